"""Writes a project of 500 revisions that make 300 tables, with branches, merges, and names and comments meant to break a page."""

import random
import sys
from pathlib import Path

AREAS = {
    "sales": "orders order_lines carts cart_lines quotes quote_lines discounts coupons returns return_lines shipments parcels carriers "
             "delivery_slots addresses channels targets commissions regions price_lists",
    "catalog": "products variants brands categories product_categories attributes attribute_values bundles bundle_lines media reviews "
               "ratings tags product_tags suppliers supplier_products units translations recalls substitutes",
    "billing": "invoices invoice_lines payments refunds payment_methods ledgers ledger_entries tax_rates tax_rules dunnings credit_notes "
               "currencies exchange_rates bank_accounts settlements payouts mandates statements write_offs disputes",
    "stock": "warehouses bins stock_levels movements transfers transfer_lines counts count_lines reservations batches serials inspections "
             "inspection_results replenishments suppliers_orders supplier_order_lines receipts receipt_lines scrap packagings",
    "crm": "accounts contacts leads opportunities stages activities notes emails calls meetings campaigns campaign_members segments "
           "segment_members surveys survey_questions survey_answers tickets ticket_messages queues",
    "hr": "employees departments positions contracts salaries absences absence_types shifts shift_swaps skills employee_skills trainings "
          "training_sessions attendances appraisals goals expenses expense_lines equipment equipment_loans",
    "projects": "projects milestones tasks task_links assignments timesheets timesheet_lines budgets budget_lines risks issues decisions "
                "documents document_versions templates checklists checklist_items resources bookings rates",
    "identity": "users sessions roles user_roles permissions role_permissions api_keys oauth_clients oauth_tokens devices login_attempts "
                "password_resets consents consent_versions tenants tenant_settings invitations webauthn_keys audit_events preferences",
    "content": "pages page_versions blocks menus menu_items forms form_fields form_entries redirects locales snippets galleries "
               "gallery_items comments comment_votes feeds feed_items newsletters subscribers deliveries",
    "analytics": "events event_types visits visitors funnels funnel_steps cohorts experiments experiment_arms conversions metrics "
                 "metric_values dashboards widgets reports report_runs alerts alert_rules exports imports",
    "logistics": "routes stops vehicles drivers driver_shifts fuel_logs services tolls zones zone_codes manifests manifest_lines "
                 "customs_entries customs_codes containers container_loads ports voyages depots gates",
    "support": "articles article_versions article_feedback macros macro_steps sla_policies sla_targets escalations escalation_steps chats "
               "chat_messages chat_agents satisfaction calendars holidays business_hours channels_inboxes inbox_rules bots bot_intents",
    "production": "work_orders operations work_centers machines machine_logs maintenance_plans maintenance_jobs recipes recipe_lines "
                  "formulas yields quality_checks quality_limits tools tool_uses lots lot_links downtime downtime_reasons energy_readings",
    "finance": "budgets_plans plan_lines cost_centers cost_allocations assets depreciations loans loan_payments leases lease_payments "
               "forecasts forecast_lines consolidations intercompany accruals accrual_lines closings closing_tasks audits audit_findings",
    "system": "jobs job_runs locks settings feature_flags flag_rules webhooks webhook_deliveries files file_parts queues_messages schedules "
              "migrations_log health_checks incidents incident_updates tags_links search_terms caches secrets",
}
HUBS = ["identity_users", "identity_tenants", "catalog_products", "sales_orders", "crm_accounts"]
TYPES = ["text", "integer", "bigint", "numeric(12,2)", "boolean", "timestamp with time zone", "date", "jsonb", "uuid"]
WORDS = "name code status amount quantity total note valid_from valid_to position priority weight score reference external_id origin rank".split()
HOSTILE = "</script><script>window.broken = 1</script><img src=x onerror=\"window.broken = 2\"> & 'quotes' \"too\" {{title}} <!-- <script>"


def tables():
    chosen = random.Random(7)
    made = []
    for area, names in AREAS.items():
        own = []
        for name in names.split():
            table = f"{area}_{name}"
            parents = chosen.sample(own, min(len(own), chosen.choice([0, 1, 1, 1, 2]))) if own else []
            if chosen.random() < 0.3:
                parents.append(chosen.choice([hub for hub in HUBS if hub in made] or own or [table]))
            columns = chosen.sample(WORDS, chosen.randint(4, 12))
            made.append(table)
            own.append(table)
            yield table, sorted(set(parents)), [(column, chosen.choice(TYPES)) for column in columns]


def statements(table, parents, columns):
    lines = ["    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"]
    lines += [f"    {parent}_id bigint NOT NULL CONSTRAINT {table}_{index}_fkey REFERENCES {parent}" for index, parent in enumerate(parents)]
    lines += [f"    {name} {kind}" for name, kind in columns]
    lines.append(f"    CONSTRAINT {table}_id_positive CHECK (id > 0)")
    yield f"CREATE TABLE {table} (\n" + ",\n".join(lines) + "\n)"
    yield f"COMMENT ON TABLE {table} IS 'The {table.partition('_')[2].replace('_', ' ')} of {table.partition('_')[0]}; one row each.'"
    for name, _ in columns[:3]:
        yield f"COMMENT ON COLUMN {table}.{name} IS 'What its {name.replace('_', ' ')} is, as the {table.partition('_')[0]} team uses the word.'"


def write(folder):
    """Returns nothing; the last 20 revisions are those that are meant to be pending."""
    migrations = folder / "migrations"
    migrations.mkdir(parents=True)
    (folder / "limbeck.properties").write_text("url = embedded\nmigrations = migrations\ndesired = schema\n")
    (folder / "schema").mkdir()
    queue = []
    for table, parents, columns in tables():
        queue.append((f"create {table}", list(statements(table, parents, columns)), f"DROP TABLE {table}"))
    names = [table for table, _, _ in tables()]
    for index in range(120):
        table = names[index * 2]
        queue.append((f"find {table} by its key faster", [f"CREATE INDEX {table}_later_idx ON {table} (id DESC)"], f"DROP INDEX {table}_later_idx"))
    (folder / "schema" / "schema.sql").write_text(";\n".join(text for _, up, _ in queue for text in up) + ";\n")
    queue.insert(300, (HOSTILE, [
        "CREATE TABLE \"odd </script> \"\"name\"\" & <b>\" (id bigint PRIMARY KEY, \"<i>\" text DEFAULT '</script>', other bigint)",
        "COMMENT ON TABLE \"odd </script> \"\"name\"\" & <b>\" IS '" + HOSTILE.replace("'", "''") + "'",
        "CREATE VIEW odd_view AS SELECT \"<i>\", '</script><script>window.broken = 3</script>'::text AS html FROM \"odd </script> \"\"name\"\" & <b>\"",
    ], "DROP VIEW odd_view;\nDROP TABLE \"odd </script> \"\"name\"\" & <b>\""))
    chosen = random.Random(3)
    heads = [""]
    number = 0

    def revision(message, up, down, revises):
        nonlocal number
        number += 1
        name = f"r{number:04d}"
        text = f"-- revision:  {name}\n"
        if revises:
            text += f"-- revises:   {', '.join(revises)}\n"
        text += f"-- message:   {message}\n\n-- upgrade\n" + ";\n".join(up) + (";\n" if up else "") + f"\n-- downgrade\n{down};\n"
        (migrations / f"{name}.sql").write_text(text)
        return name

    line = revision(*queue[0], [])
    side = None
    for index, (message, up, down) in enumerate(queue[1:], 1):
        # Tables refer to earlier ones, so what makes them stands in one line; what makes indexes branches off.
        if message.startswith("create") or message == HOSTILE or chosen.random() < 0.5:
            line = revision(message, up, down, [line])
        else:
            side = revision(message, up, down, [side or line])
            if chosen.random() < 0.5:
                line = revision(f"merge what was done beside {line}", [], "SELECT 1", [line, side])
                side = None
    if side:
        line = revision("merge the last line", [], "SELECT 1", [line, side])
    while number < 500:
        table = names[number % len(names)]
        up = [f"ALTER TABLE {table} ADD COLUMN later_{number} text", f"ALTER TABLE {table} ALTER COLUMN id SET STATISTICS 200"]
        if number % 5 == 0:
            up.append(f"CREATE INDEX {table}_{number}_idx ON {table} (later_{number})")
        if number % 7 == 0:
            up.append(f"ALTER TABLE {table} ADD CHECK (length(later_{number}) < 1000)")
        line = revision(f"remember what came later in {table}", up, f"ALTER TABLE {table} DROP COLUMN later_{number}", [line])


if __name__ == "__main__":
    write(Path(sys.argv[1]))
