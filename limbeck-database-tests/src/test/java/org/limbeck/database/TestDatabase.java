package org.limbeck.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.execute.DatabaseConnector;

/** An empty database of a test's own. */
record TestDatabase(DatabaseAccess access) implements DatabaseConnector {

    static TestDatabase onNewest() {
        return on(Servers.NEWEST);
    }

    static TestDatabase on(int major) {
        return new TestDatabase(Servers.createDatabase(major));
    }

    /** The same database for another user, or with other parameters of the connection. */
    TestDatabase as(String user, String password, String parameters) {
        return new TestDatabase(new DatabaseAccess(access.jdbcUrl() + parameters, user, password));
    }

    TestDatabase with(String parameters) {
        return as(access.user(), access.password(), parameters);
    }

    @Override
    public String displayName() {
        return "shop@test";
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    @Override
    public Connection connect(String anotherDatabase) throws SQLException {
        int end = access.jdbcUrl().lastIndexOf('/') + 1;
        return DriverManager.getConnection(
                access.jdbcUrl().substring(0, end) + anotherDatabase, access.user(), access.password());
    }

    /** Executes statements, each in a transaction of its own. */
    void execute(String... statements) {
        try (Connection connection = connect()) {
            for (String statement : statements) {
                execute(connection, statement);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The rows of a query, the columns with " | " between them. */
    List<String> rows(String query) {
        try (Connection connection = connect()) {
            return rows(connection, query);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The only value of a query. */
    String value(String query) {
        List<String> rows = rows(query);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows for " + query);
        }
        return rows.get(0);
    }

    List<String> catalog() {
        try (Connection connection = connect()) {
            return Catalog.lines(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The catalog without Limbeck's own tables. */
    List<String> catalogWithout(String... names) {
        List<String> lines = new ArrayList<>(catalog());
        for (String name : names) {
            lines.removeIf(line -> line.contains(name));
        }
        return lines;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(query)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    StringBuilder line = new StringBuilder(String.valueOf(rows.getString(1)));
                    for (int column = 2; column <= columns; column++) {
                        line.append(" | ").append(rows.getString(column));
                    }
                    lines.add(line.toString());
                }
            }
        }
        return lines;
    }
}
