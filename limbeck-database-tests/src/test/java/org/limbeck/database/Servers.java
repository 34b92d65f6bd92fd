package org.limbeck.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** One server of each major version for all tests; it ends with the JVM. */
final class Servers {

    static final int OLDEST = 14;
    static final int NEWEST = 18;

    private static final int MOST_DATABASES = 30;

    private static final Map<Integer, TemporaryServer> RUNNING = new ConcurrentHashMap<>();
    private static final Map<Integer, Deque<DatabaseAccess>> DATABASES = new ConcurrentHashMap<>();

    private Servers() {}

    static TemporaryServer of(int major) {
        return RUNNING.computeIfAbsent(major, EmbeddedPostgres::temporary);
    }

    /** A new database; one that is long behind the tests that used it is dropped for it, since each takes its space. */
    static synchronized DatabaseAccess createDatabase(int major) {
        DatabaseAccess created = of(major).createDatabase();
        Deque<DatabaseAccess> kept = DATABASES.computeIfAbsent(major, none -> new ArrayDeque<>());
        kept.add(created);
        if (kept.size() > MOST_DATABASES) {
            drop(kept.remove(), of(major).server().access());
        }
        return created;
    }

    private static void drop(DatabaseAccess database, DatabaseAccess maintenance) {
        String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/') + 1);
        try (Connection connection =
                        DriverManager.getConnection(maintenance.jdbcUrl(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name + " WITH (FORCE)");
        } catch (SQLException subscribed) {
            // A database with a subscription stays until the server goes.
        }
    }
}
