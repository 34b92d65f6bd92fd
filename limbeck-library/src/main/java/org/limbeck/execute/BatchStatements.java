package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * The statements of a change in batches. A place in the table is the text of its key as SQL, for example
 * {@code ('7'::bigint)}.
 *
 * @param columns of the primary key, quoted, in its order
 * @param types of these
 */
record BatchStatements(UpdateInBatches operation, List<String> columns, List<String> types) implements BatchOrder {

    private static final String KEYS = """
            SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type
              FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, n), pg_attribute a
             WHERE i.indrelid = to_regclass({table}) AND i.indisprimary AND k.n <= i.indnkeyatts
               AND a.attrelid = i.indrelid AND a.attnum = k.attnum
             ORDER BY k.n
            """;

    /** Those for a table; without columns where it has no primary key. */
    static BatchStatements of(Connection connection, UpdateInBatches operation) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> types = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        KEYS.replace("{table}", Literals.text(Identifiers.quoted(operation.table()))))) {
            while (rows.next()) {
                columns.add(rows.getString("name"));
                types.add(rows.getString("type"));
            }
        }
        return new BatchStatements(operation, columns, types);
    }

    @Override
    public boolean knows(String place) {
        return place.startsWith("(");
    }

    @Override
    public String last() {
        return "SELECT " + place(columns) + " FROM " + table() + " ORDER BY " + descending(columns) + " LIMIT 1";
    }

    /** They are locked in the order of the key, so that two such changes never wait for each other in a circle. */
    @Override
    public String batch(@Nullable String after, String bound, int rows) {
        List<String> keys = IntStream.rangeClosed(1, columns.size())
                .mapToObj(number -> "limbeck_key_" + number)
                .toList();
        String key = "(" + String.join(", ", columns) + ")";
        String name = Identifiers.quoted(operation.table().name());
        String same = IntStream.range(0, columns.size())
                .mapToObj(i -> name + "." + columns.get(i) + " = " + keys.get(i))
                .collect(Collectors.joining(" AND "));
        return "WITH batch (" + String.join(", ", keys) + ") AS MATERIALIZED (SELECT " + String.join(", ", columns)
                + " FROM " + table() + " WHERE " + (after == null ? "" : key + " > " + after + " AND ") + key + " <= "
                + bound + " ORDER BY " + String.join(", ", columns) + " LIMIT " + rows + " FOR NO KEY UPDATE),"
                + " changed AS (UPDATE " + table() + " SET " + operation.set() + "\nFROM batch WHERE " + same + " AND ("
                + operation.where() + "\n) RETURNING 1)"
                + " SELECT (SELECT " + place(keys) + " FROM batch ORDER BY " + descending(keys) + " LIMIT 1),"
                + " (SELECT count(*) FROM batch), (SELECT count(*) FROM changed)";
    }

    private String place(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> "quote_literal(" + names.get(i) + "::text) || '::"
                        + types.get(i).replace("'", "''") + "'")
                .collect(Collectors.joining(" || ', ' || ", "'(' || ", " || ')'"));
    }

    private static String descending(List<String> names) {
        return names.stream().map(name -> name + " DESC").collect(Collectors.joining(", "));
    }

    private String table() {
        return Identifiers.quoted(operation.table());
    }
}
