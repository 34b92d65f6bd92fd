package db.migration;

import static org.limbeck.migration.Ddl.*;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Operations;
import org.limbeck.migration.Revision;

/**
 * Initial schema: advertising accounts, campaigns and creatives, their daily metrics, demographics, and the log of syncs.
 *
 * <p>Keys are the ones that LinkedIn assigns. Its vocabularies grow, so that they are text without a check; spend can come
 * as {@code -2e-18}, which numeric(18,4) takes as 0. Clicks above impressions are normal for message ads.
 */
@Revision(id = "0001", message = "initial schema")
public class M0001_InitialSchema implements Migration {

    private static final String NO_COUNT_BELOW_ZERO = """
            impressions >= 0 AND clicks >= 0 AND spend >= 0 AND landing_page_clicks >= 0 \
            AND conversions >= 0 AND likes >= 0 AND comments >= 0 AND shares >= 0""";

    @Override
    public void upgrade(Operations op) {
        createEntities(op);
        createMetrics(op);
        createDemographics(op);
        createSyncLog(op);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("sync_log");
        op.dropTable("audience_demographics");
        op.dropTable("creative_daily_metrics");
        op.dropTable("campaign_daily_metrics");
        op.dropTable("creatives");
        op.dropTable("campaigns");
        op.dropTable("ad_accounts");
    }

    private static void createEntities(Operations op) {
        op.createTable(
                "ad_accounts",
                column("id", bigint()).notNull(),
                column("name", text()).notNull(),
                column("status", text()).notNull(),
                column("currency", text()).notNull().defaultTo("USD"),
                column("type", text()),
                column("is_test", bool()).notNull().defaultTo(false),
                column("created_at", timestamptz()),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("id"),
                check("ck_ad_accounts_id", "id > 0"),
                check("ck_ad_accounts_currency", "currency ~ '^[A-Z]{3}$'"));

        op.createTable(
                "campaigns",
                column("id", bigint()).notNull(),
                column("account_id", bigint()).notNull(),
                column("name", text()).notNull(),
                column("status", text()).notNull(),
                column("type", text()),
                column("daily_budget", numeric(18, 4)),
                column("daily_budget_currency", text()),
                column("total_budget", numeric(18, 4)),
                column("cost_type", text()),
                column("unit_cost", numeric(18, 4)),
                column("bid_strategy", text()),
                column("creative_selection", text()),
                column("offsite_delivery_enabled", bool()).notNull().defaultTo(false),
                column("audience_expansion_enabled", bool()).notNull().defaultTo(false),
                column("campaign_group", text()),
                column("created_at", timestamptz()),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("id"),
                foreignKey("account_id").references("ad_accounts", "id").onDelete(CASCADE),
                check("ck_campaigns_id", "id > 0"),
                check("ck_campaigns_budgets", "daily_budget >= 0 AND total_budget >= 0 AND unit_cost >= 0"),
                check("ck_campaigns_budget_currency", "daily_budget_currency ~ '^[A-Z]{3}$'"));
        op.createIndex(index("ix_campaigns_account_id_status").on("campaigns", "account_id", "status"));

        op.createTable(
                "creatives",
                column("id", text()).notNull(),
                column("campaign_id", bigint()).notNull(),
                column("account_id", bigint()).notNull(),
                column("intended_status", text()),
                column("is_serving", bool()).notNull().defaultTo(false),
                column("content_reference", text()),
                column("created_at", timestamptz()),
                column("last_modified_at", timestamptz()),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("id"),
                foreignKey("campaign_id").references("campaigns", "id").onDelete(CASCADE),
                foreignKey("account_id").references("ad_accounts", "id").onDelete(CASCADE),
                check("ck_creatives_id_urn", "id ~ '^urn:li:sponsoredCreative:[0-9]+$'"));
        op.createIndex(index("ix_creatives_campaign_id").on("creatives", "campaign_id"));
        op.createIndex(
                index("ix_creatives_account_id_modified").on("creatives", key("account_id"), desc("last_modified_at")));
    }

    private static void createMetrics(Operations op) {
        op.createTable(
                "campaign_daily_metrics",
                column("campaign_id", bigint()).notNull(),
                column("date", date()).notNull(),
                column("impressions", integer()).notNull().defaultTo(0),
                column("clicks", integer()).notNull().defaultTo(0),
                column("spend", numeric(18, 4)).notNull().defaultTo(0),
                column("landing_page_clicks", integer()).notNull().defaultTo(0),
                column("conversions", integer()).notNull().defaultTo(0),
                column("likes", integer()).notNull().defaultTo(0),
                column("comments", integer()).notNull().defaultTo(0),
                column("shares", integer()).notNull().defaultTo(0),
                column("ctr", numeric(9, 4)).notNull().defaultTo(0),
                column("cpc", numeric(18, 4)).notNull().defaultTo(0),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("campaign_id", "date"),
                foreignKey("campaign_id").references("campaigns", "id").onDelete(CASCADE),
                check("ck_campaign_daily_metrics_nonneg", NO_COUNT_BELOW_ZERO));
        op.createIndex(
                index("ix_campaign_daily_metrics_date").on("campaign_daily_metrics", desc("date"), key("campaign_id")));

        op.createTable(
                "creative_daily_metrics",
                column("creative_id", text()).notNull(),
                column("date", date()).notNull(),
                column("impressions", integer()).notNull().defaultTo(0),
                column("clicks", integer()).notNull().defaultTo(0),
                column("spend", numeric(18, 4)).notNull().defaultTo(0),
                column("landing_page_clicks", integer()).notNull().defaultTo(0),
                column("conversions", integer()).notNull().defaultTo(0),
                column("likes", integer()).notNull().defaultTo(0),
                column("comments", integer()).notNull().defaultTo(0),
                column("shares", integer()).notNull().defaultTo(0),
                column("ctr", numeric(9, 4)).notNull().defaultTo(0),
                column("cpc", numeric(18, 4)).notNull().defaultTo(0),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("creative_id", "date"),
                foreignKey("creative_id").references("creatives", "id").onDelete(CASCADE),
                check("ck_creative_daily_metrics_nonneg", NO_COUNT_BELOW_ZERO));
        op.createIndex(
                index("ix_creative_daily_metrics_date").on("creative_daily_metrics", desc("date"), key("creative_id")));
    }

    private static void createDemographics(Operations op) {
        op.createTable(
                "audience_demographics",
                column("account_id", bigint()).notNull(),
                column("pivot_type", text()).notNull(),
                column("segment", text()).notNull(),
                column("date_start", date()).notNull(),
                column("impressions", integer()).notNull().defaultTo(0),
                column("clicks", integer()).notNull().defaultTo(0),
                column("ctr", numeric(9, 4)).notNull().defaultTo(0),
                column("share_pct", numeric(5, 2)).notNull().defaultTo(0),
                column("date_end", date()).notNull(),
                column("fetched_at", timestamptz()).notNull().defaultSql("now()"),
                primaryKey("account_id", "pivot_type", "segment", "date_start"),
                foreignKey("account_id").references("ad_accounts", "id").onDelete(CASCADE),
                check("ck_audience_demographics_window", "date_end >= date_start"),
                check(
                        "ck_audience_demographics_values",
                        "impressions >= 0 AND clicks >= 0 AND share_pct BETWEEN 0 AND 100"));
        op.createIndex(index("ix_audience_demographics_latest")
                .on(
                        "audience_demographics",
                        key("account_id"),
                        key("pivot_type"),
                        desc("date_start"),
                        desc("impressions")));
    }

    /** No foreign key: the log holds 'all' beside account numbers, and outlives an account. */
    private static void createSyncLog(Operations op) {
        op.createTable(
                "sync_log",
                column("id", bigint()).identity(),
                column("account_id", text()).notNull(),
                column("started_at", timestamptz()).notNull().defaultSql("now()"),
                column("finished_at", timestamptz()),
                column("status", text()).notNull().defaultTo("running"),
                column("trigger", text()),
                column("campaigns_fetched", integer()).notNull().defaultTo(0),
                column("creatives_fetched", integer()).notNull().defaultTo(0),
                column("api_calls_made", integer()).notNull().defaultTo(0),
                column("errors", text()),
                primaryKey("id"),
                check("ck_sync_log_status", "status IN ('running', 'success', 'failed')"),
                check("ck_sync_log_finished", "(status = 'running') = (finished_at IS NULL)"),
                check("ck_sync_log_order", "finished_at >= started_at"),
                check(
                        "ck_sync_log_counts",
                        "campaigns_fetched >= 0 AND creatives_fetched >= 0 AND api_calls_made >= 0"));
        op.createIndex(index("ix_sync_log_success")
                .on("sync_log", key("account_id"), desc("finished_at"))
                .where("status = 'success'"));
        op.createIndex(index("ix_sync_log_running").on("sync_log", "started_at").where("status = 'running'"));
    }
}
