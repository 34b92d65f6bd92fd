package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** Reads publications, for which the server has no printer. */
record Publications(Reading reading, Relations relations, Columns columns) {

    private static final String QUERY = """
            SELECT oid, pubname, pubowner, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate, pubviaroot, {generated}
              FROM pg_publication
            """;

    private static final String TABLES = """
            SELECT p.prpubid, p.prrelid, {columns}, {where},
                   c.relkind = 'r' AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
              FROM pg_publication_rel p JOIN pg_class c ON c.oid = p.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             ORDER BY p.prpubid, n.nspname COLLATE "C", c.relname COLLATE "C"
            """;

    private static final String SCHEMAS = """
            SELECT p.pnpubid, n.nspname FROM pg_publication_namespace p JOIN pg_namespace n ON n.oid = p.pnnspid
             ORDER BY p.pnpubid, n.nspname COLLATE "C"
            """;

    void add() throws SQLException {
        Queries queries = reading.queries();
        Map<Long, List<String>> contents = new HashMap<>();
        String tables = TABLES.replace("{columns}", queries.since(15, "p.prattrs", "NULL"))
                .replace("{where}", queries.since(15, "pg_get_expr(p.prqual, p.prrelid, true)", "NULL"));
        queries.each(
                tables,
                row -> contents.computeIfAbsent(row.number(1), publication -> new ArrayList<>())
                        .add(table(row)));
        if (queries.major() >= 15) {
            queries.each(
                    SCHEMAS,
                    row -> contents.computeIfAbsent(row.number(1), publication -> new ArrayList<>())
                            .add("TABLES IN SCHEMA " + Identifiers.quoted(row.text(2))));
        }
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_PUBLICATION);
        String query = QUERY.replace("{generated}", queries.since(18, "pubgencols", "'n'"));
        queries.each(query, row -> {
            List<String> content = contents.getOrDefault(row.number(1), List.of());
            String of = row.flag(4) ? " FOR ALL TABLES" : contents(content, queries.major());
            String definition = "CREATE PUBLICATION " + Identifiers.quoted(row.text(2)) + of + parameters(row);
            scripted.add(row.number(1), ObjectId.of(ObjectKind.PUBLICATION, row.text(2)), definition, row.number(3));
        });
    }

    /** Older servers take the word {@code TABLE} once. */
    private static String contents(List<String> content, int major) {
        String all = String.join(", ", content);
        return content.isEmpty() ? "" : " FOR " + (major < 15 ? all.replace(", TABLE ", ", ") : all);
    }

    /** A table that others inherit from would bring them along, which are listed themselves where they are published. */
    private String table(Row row) throws SQLException {
        Numbers given = row.numbers(3);
        String where = row.expressionOrNull(4);
        long relation = row.number(2);
        return "TABLE " + (row.flag(5) ? "ONLY " : "")
                + Identifiers.quoted(relations.get(relation).name())
                + (given.size() == 0 ? "" : " (" + Identifiers.quoted(columns.names(relation, given)) + ")")
                + (where == null ? "" : " WHERE (" + where + ")");
    }

    private static String parameters(Row row) throws SQLException {
        List<String> published = new ArrayList<>();
        List<String> all = List.of("insert", "update", "delete", "truncate");
        for (int i = 0; i < all.size(); i++) {
            if (row.flag(5 + i)) {
                published.add(all.get(i));
            }
        }
        List<String> parameters = new ArrayList<>();
        add(parameters, "publish", published.equals(all) ? null : String.join(", ", published));
        add(parameters, "publish_via_partition_root", row.flag(9) ? "true" : null);
        add(parameters, "publish_generated_columns", row.letter(10) == 's' ? "stored" : null);
        return parameters.isEmpty() ? "" : " WITH (" + String.join(", ", parameters) + ")";
    }

    private static void add(List<String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(name + " = " + Literals.text(value));
        }
    }
}
