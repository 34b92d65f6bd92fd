package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server, in its own words for its version.
 *
 * @param ahead what is asked already; null for nothing
 */
record Queries(Connection connection, int major, @Nullable QueriesAhead ahead) {

    /** What is done with each row. */
    interface RowConsumer {
        void accept(Row row) throws SQLException;
    }

    static Queries on(Connection connection) throws SQLException {
        return new Queries(connection, connection.getMetaData().getDatabaseMajorVersion(), null);
    }

    /** The same, where some are asked already. */
    Queries with(QueriesAhead asked) {
        return new Queries(connection, major, asked);
    }

    void each(String query, RowConsumer consumer) throws SQLException {
        ResultSet asked = ahead == null ? null : ahead.take(query);
        if (asked != null) {
            each(asked, consumer);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            each(statement.executeQuery(query), consumer);
        }
    }

    private static void each(ResultSet rows, RowConsumer consumer) throws SQLException {
        try (rows) {
            Row row = new Row(rows);
            while (rows.next()) {
                consumer.accept(row);
            }
        }
    }

    /** A column that there is since that version; before, what stands for it. */
    String since(int version, String column, String before) {
        return major >= version ? column : before;
    }
}
