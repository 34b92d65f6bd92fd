package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.sql.Identifiers;

/** Reads what reacts to statements: triggers, rules and event triggers. */
record Triggers(Reading reading, Relations relations) {

    private static final String TRIGGERS = """
            SELECT t.oid, t.tgrelid, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid, true)
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
             WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relnamespace IN {read}
            """;

    private static final String RULES = """
            SELECT r.oid, r.ev_class, r.rulename, r.ev_enabled,
                   CASE WHEN r.rulename <> '_RETURN' THEN pg_get_ruledef(r.oid, true) END
              FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
             WHERE r.oid >= 16384 AND c.relnamespace IN {read}
            """;

    private static final String EVENT_TRIGGERS = """
            SELECT oid, evtname, evtowner, evtenabled, evtevent, evtfoid::regproc,
                   array_to_string(ARRAY(SELECT quote_literal(tag) FROM unnest(evttags) tag ORDER BY tag), ', ')
              FROM pg_event_trigger
            """;

    void add() throws SQLException {
        addTriggers();
        addRules();
        addEventTriggers();
    }

    private void addTriggers() throws SQLException {
        Scripted triggers = new Scripted(reading, SystemCatalog.PG_TRIGGER);
        reading.queries().each(TRIGGERS.replace("{read}", reading.namespaces().list()), row -> {
            Relation table = relations.ifRead(row.number(2));
            if (table != null) {
                ObjectId id = new ObjectId(ObjectKind.TRIGGER, table.name(), row.text(3));
                triggers.add(row.number(1), id, row.expression(5), Scripted.firing(row.letter(4)), 0);
            }
        });
    }

    private void addRules() throws SQLException {
        Scripted rules = new Scripted(reading, SystemCatalog.PG_REWRITE);
        reading.queries().each(RULES.replace("{read}", reading.namespaces().list()), row -> {
            Relation relation = relations.ifRead(row.number(2));
            String definition = row.expressionOrNull(5);
            if (relation != null && definition == null) {
                // The query of a view is a rule of its own: what it needs is what the view needs.
                reading.result().identify(SystemCatalog.PG_REWRITE, row.number(1), relation.id());
            } else if (relation != null && definition != null) {
                ObjectId id = new ObjectId(ObjectKind.RULE, relation.name(), row.text(3));
                rules.add(row.number(1), id, Scripted.bare(definition), Scripted.firing(row.letter(4)), 0);
            }
        });
    }

    private void addEventTriggers() throws SQLException {
        Scripted eventTriggers = new Scripted(reading, SystemCatalog.PG_EVENT_TRIGGER);
        reading.queries().each(EVENT_TRIGGERS, row -> {
            String tags = row.text(7);
            String definition = "CREATE EVENT TRIGGER " + Identifiers.quoted(row.text(2)) + " ON "
                    + row.text(5) + (tags.isEmpty() ? "" : " WHEN TAG IN (" + tags + ")") + " EXECUTE FUNCTION "
                    + row.text(6) + "()";
            ObjectId id = ObjectId.of(ObjectKind.EVENT_TRIGGER, row.text(2));
            eventTriggers.add(row.number(1), id, definition, Scripted.firing(row.letter(4)), row.number(3));
        });
    }
}
