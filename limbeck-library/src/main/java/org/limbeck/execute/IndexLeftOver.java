package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.ConcurrentIndex;
import org.limbeck.sql.Literals;

/** What an interrupted concurrent build or drop of an index left. */
record IndexLeftOver(Connection connection, ConcurrentIndex index) {

    /** Drops what a failed build leaves: an invalid index, which costs every write and serves no read. */
    void dropInvalid() throws SQLException {
        String invalid = index.table() == null ? null : find(index.table(), false);
        if (invalid != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP INDEX CONCURRENTLY " + invalid);
            }
        }
    }

    /** Whether the index is as the statement would leave it: built and valid, or gone. */
    boolean isDone() throws SQLException {
        if (index.table() != null) {
            return find(index.table(), true) != null;
        }
        return row("SELECT 'gone' WHERE to_regclass(" + Literals.text(index.name()) + ") IS NULL") != null;
    }

    private @Nullable String find(String table, boolean valid) throws SQLException {
        return row("SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE c.relname = (parse_ident(" + Literals.text(index.name()) + "))[1]"
                + " AND i.indrelid = to_regclass(" + Literals.text(table) + ") AND i.indisvalid = " + valid);
    }

    private @Nullable String row(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
