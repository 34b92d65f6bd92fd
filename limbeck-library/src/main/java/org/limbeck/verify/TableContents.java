package org.limbeck.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.Table;
import org.limbeck.sql.Identifiers;

/**
 * What stands in the columns of a table, as texts.
 *
 * @param columns the values of each column, sorted
 * @param rows how many rows there are
 */
record TableContents(Map<String, List<String>> columns, int rows) {

    /** Nobody's samples; a migration that fills so large a table is known by its statements. */
    private static final int MOST_ROWS = 5_000;

    static TableContents read(Connection connection, Table table) throws SQLException {
        List<Column> columns = table.columns();
        String query = columns.stream()
                .map(column -> Identifiers.quoted(column.name()) + "::text")
                .collect(Collectors.joining(
                        ", ", "SELECT ", " FROM " + Identifiers.quoted(table.name()) + " LIMIT " + MOST_ROWS));
        Map<String, List<String>> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), new ArrayList<>()));
        int rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(query)) {
                for (; result.next(); rows++) {
                    int position = 1;
                    for (List<String> column : values.values()) {
                        column.add(said(result.getString(position++)));
                    }
                }
            }
        }
        values.values().forEach(column -> column.sort(null));
        return new TableContents(values, rows);
    }

    /** Null is no text, not even one that says so. */
    private static String said(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }

    /** What was here and isn't in a later reading of the table: whole rows, or what stood in columns. */
    List<String> lostIn(Table table, TableContents later) {
        if (later.rows < rows) {
            return List.of("rows of table " + table.name());
        }
        List<String> lost = new ArrayList<>();
        columns.forEach((column, values) -> {
            if (!containsAll(later.columns.getOrDefault(column, List.of()), values)) {
                lost.add("column " + table.name() + "." + column);
            }
        });
        return lost;
    }

    /** Whether the first, sorted as the second, has each of its values at least as often. */
    private static boolean containsAll(List<String> all, List<String> wanted) {
        int position = 0;
        for (String value : wanted) {
            while (position < all.size() && all.get(position).compareTo(value) < 0) {
                position++;
            }
            if (position == all.size() || !all.get(position).equals(value)) {
                return false;
            }
            position++;
        }
        return true;
    }
}
