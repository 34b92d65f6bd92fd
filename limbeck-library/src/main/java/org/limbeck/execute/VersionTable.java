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
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(bookkeeping.selectRows())) {
            return Optional.of(rows(result));
        } catch (SQLException exception) {
            if (isMissing(exception)) {
                return Optional.empty();
            }
            throw exception;
        }
    }

    static Set<String> rows(ResultSet result) throws SQLException {
        Set<String> rows = new LinkedHashSet<>();
        while (result.next()) {
            rows.add(result.getString(1));
        }
        return rows;
    }

    /** Whether a statement failed since there is no such table. */
    static boolean isMissing(SQLException exception) {
        String state = exception.getSQLState();
        return UNDEFINED_TABLE.equals(state) || UNDEFINED_SCHEMA.equals(state);
    }

    /** The rows of another version table, for example Alembic's, as one text; empty where there is none or no row. */
    public Optional<String> rowsOf(String otherTable) throws SQLException {
        VersionTable other = new VersionTable(
                connection,
                new Bookkeeping(bookkeeping.versionTable().withName(otherTable), bookkeeping.historyTable()));
        return other.rows().filter(rows -> !rows.isEmpty()).map(rows -> String.join(", ", rows));
    }
}
