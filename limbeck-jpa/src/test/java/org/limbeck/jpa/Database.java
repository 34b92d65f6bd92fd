package org.limbeck.jpa;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.execute.DatabaseConnector;

/** An empty database of a test's own, on a server that all tests share. */
record Database(DatabaseAccess access) implements DatabaseConnector {

    private static final Map<Integer, TemporaryServer> RUNNING = new ConcurrentHashMap<>();

    static Database on(int major) {
        return new Database(
                RUNNING.computeIfAbsent(major, EmbeddedPostgres::temporary).createDatabase());
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
        String url = access.jdbcUrl();
        return DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/') + 1) + anotherDatabase, access.user(), access.password());
    }

    void execute(List<String> statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    throw new AssertionError(sql, refused);
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The first column of a query's rows. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return rows;
    }

    /** All of the schema public, a line for each column, constraint and index. */
    List<String> structure() {
        return rows("""
                SELECT format('%s.%s %s%s default %s identity %s', attrelid::regclass, attname,
                              format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' not null' END,
                              pg_get_expr(adbin, adrelid), attidentity)
                  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
                  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                 WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
                UNION ALL
                SELECT format('%s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
                  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL
                SELECT format('sequence %s', sequencename) FROM pg_sequences WHERE schemaname = 'public'
                ORDER BY 1
                """);
    }
}
