package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the server, in its own words for its version. */
record Queries(Connection connection, int major) {

    /** What is done with each row. */
    interface RowConsumer {
        void accept(Row row) throws SQLException;
    }

    static Queries on(Connection connection) throws SQLException {
        return new Queries(connection, connection.getMetaData().getDatabaseMajorVersion());
    }

    void each(String query, RowConsumer consumer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery(query)) {
                Row row = new Row(result);
                while (result.next()) {
                    consumer.accept(row);
                }
            }
        }
    }

    /** A column that there is since that version; before, what stands for it. */
    String since(int version, String column, String before) {
        return major >= version ? column : before;
    }
}
