package org.limbeck.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * Dates changes by the transactions that wrote them. Each row of a catalog knows its transaction, and so does each row of
 * our history; their order is the order of time. So a run has nothing to record for it, and a database that was never asked
 * before can be. A restored database has lost that: all of its rows are of the restoration.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System columns</a>
 */
record ChangeTimes(Connection connection, Bookkeeping bookkeeping) {

    private static final String TIME = "'YYYY-MM-DD HH24:MI TZ'";

    /** A step of the history, and how many transactions ago it was. */
    private record Step(String words, long age) {}

    /** A change, how many transactions ago it was, and when. */
    private record Written(long age, String at) {}

    List<Drift.DatedChange> of(List<ObjectChange> changes) throws SQLException {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Step> steps = steps();
        Map<Integer, Written> written = written(changes);
        List<Drift.DatedChange> dated = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Written row = written.get(i);
            dated.add(new Drift.DatedChange(changes.get(i), row == null ? ChangeTime.UNKNOWN : time(row, steps)));
        }
        return dated;
    }

    private static ChangeTime time(Written row, List<Step> steps) {
        String after = "";
        String before = "";
        for (Step step : steps) {
            if (step.age >= row.age) {
                after = step.words;
            } else if (before.isEmpty()) {
                before = step.words;
            }
        }
        return new ChangeTime(row.at, after, after.isEmpty() ? "" : before);
    }

    /** The steps of the history, the oldest first; none where they were all written by one restoration. */
    private List<Step> steps() throws SQLException {
        String history = Identifiers.quoted(bookkeeping.historyTable());
        List<Step> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there =
                    statement.executeQuery("SELECT to_regclass(" + Literals.text(history) + ") IS NULL")) {
                there.next();
                if (there.getBoolean(1)) {
                    return steps;
                }
            }
            String query = "SELECT direction || ' ' || revision || ' (' || to_char(started_at, " + TIME
                    + ") || ')', age(xmin) FROM " + history + " WHERE finished_at IS NOT NULL ORDER BY id";
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    steps.add(new Step(rows.getString(1), rows.getLong(2)));
                }
            }
        }
        boolean restored = steps.size() > 1
                && steps.stream().mapToLong(Step::age).distinct().count() == 1;
        return restored ? List.of() : steps;
    }

    private Map<Integer, Written> written(List<ObjectChange> changes) throws SQLException {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            for (String source : sources(changes.get(i))) {
                parts.add("SELECT " + i + " AS change, xmin FROM " + source);
            }
        }
        Map<Integer, Written> written = new HashMap<>();
        if (parts.isEmpty()) {
            return written;
        }
        String query = parts.stream()
                .collect(Collectors.joining(
                        " UNION ALL ", """
                SELECT DISTINCT ON (change) change, age(xmin),
                       CASE WHEN current_setting('track_commit_timestamp') = 'on' AND xmin::text::bigint > 2
                            THEN to_char(pg_xact_commit_timestamp(xmin), {time}) END
                  FROM (
                """.replace("{time}", TIME), ") AS rows ORDER BY change, age(xmin)"));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    String at = rows.getString(3);
                    written.put(rows.getInt(1), new Written(rows.getLong(2), at == null ? "" : at));
                }
            }
        }
        return written;
    }

    /** The rows of the catalog that a change wrote; none where it left nothing. */
    private static List<String> sources(ObjectChange change) {
        ObjectId id = change.object();
        String name = Literals.text(Identifiers.quoted(id.name()));
        String part = Literals.text(String.valueOf(id.part()));
        String relation = "to_regclass(" + name + ")";
        if (change.kind() == ObjectChange.Kind.MISSING) {
            // A dropped column stays as a row without its name.
            return switch (id.kind()) {
                case COLUMN -> List.of("pg_attribute WHERE attisdropped AND attrelid = " + relation);
                default -> List.of();
            };
        }
        return switch (id.kind()) {
            case TABLE, FOREIGN_TABLE, SEQUENCE -> List.of("pg_class WHERE oid = " + relation);
            case VIEW, MATERIALIZED_VIEW ->
                List.of("pg_class WHERE oid = " + relation, "pg_rewrite WHERE ev_class = " + relation);
            case INDEX -> List.of("pg_class WHERE oid = " + relation, "pg_index WHERE indexrelid = " + relation);
            case COLUMN ->
                List.of(
                        "pg_attribute WHERE attrelid = " + relation + " AND attname = " + part,
                        "pg_attrdef WHERE adrelid = " + relation + " AND adnum = (SELECT attnum FROM pg_attribute WHERE"
                                + " attrelid = " + relation + " AND attname = " + part + ")");
            case CONSTRAINT -> List.of("pg_constraint WHERE conrelid = " + relation + " AND conname = " + part);
            case TRIGGER -> List.of("pg_trigger WHERE tgrelid = " + relation + " AND tgname = " + part);
            case POLICY -> List.of("pg_policy WHERE polrelid = " + relation + " AND polname = " + part);
            case RULE -> List.of("pg_rewrite WHERE ev_class = " + relation + " AND rulename = " + part);
            case FUNCTION, PROCEDURE, AGGREGATE ->
                List.of("pg_proc WHERE oid = to_regprocedure("
                        + Literals.text(
                                Identifiers.quoted(id.name()) + "(" + (id.part() == null ? "" : id.part()) + ")")
                        + ")");
            case ENUM ->
                List.of(
                        "pg_type WHERE oid = to_regtype(" + name + ")",
                        "pg_enum WHERE enumtypid = to_regtype(" + name + ")");
            case DOMAIN ->
                List.of(
                        "pg_type WHERE oid = to_regtype(" + name + ")",
                        "pg_constraint WHERE contypid = to_regtype(" + name + ")");
            case RANGE_TYPE, COMPOSITE_TYPE -> List.of("pg_type WHERE oid = to_regtype(" + name + ")");
            case SCHEMA -> List.of("pg_namespace WHERE nspname = " + own(id.name()));
            case EXTENSION -> List.of("pg_extension WHERE extname = " + own(id.name()));
            case PUBLICATION -> List.of("pg_publication WHERE pubname = " + own(id.name()));
            case EVENT_TRIGGER -> List.of("pg_event_trigger WHERE evtname = " + own(id.name()));
            case SERVER -> List.of("pg_foreign_server WHERE srvname = " + own(id.name()));
            case FOREIGN_DATA_WRAPPER -> List.of("pg_foreign_data_wrapper WHERE fdwname = " + own(id.name()));
            case COLLATION, STATISTICS, CAST, DEFAULT_PRIVILEGES -> List.of();
        };
    }

    private static String own(QualifiedName name) {
        return Literals.text(name.name());
    }
}
