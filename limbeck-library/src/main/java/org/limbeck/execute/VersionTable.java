package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.limbeck.plan.Bookkeeping;

/** Reads the version table. */
public record VersionTable(Connection connection, Bookkeeping bookkeeping) {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_SCHEMA = "3F000";

    /** The rows in the order in which the server gives them; empty optional where there is no such table. */
    public Optional<Set<String>> rows() throws SQLException {
        Set<String> rows = new LinkedHashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(bookkeeping.selectRows())) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return Optional.of(rows);
        } catch (SQLException exception) {
            String state = exception.getSQLState();
            if (UNDEFINED_TABLE.equals(state) || UNDEFINED_SCHEMA.equals(state)) {
                return Optional.empty();
            }
            throw exception;
        }
    }

    /** The rows of another version table, for example Alembic's, as one text; empty where there is none or no row. */
    public Optional<String> rowsOf(String otherTable) throws SQLException {
        VersionTable other = new VersionTable(
                connection,
                new Bookkeeping(bookkeeping.versionTable().withName(otherTable), bookkeeping.historyTable()));
        return other.rows().filter(rows -> !rows.isEmpty()).map(rows -> String.join(", ", rows));
    }
}
