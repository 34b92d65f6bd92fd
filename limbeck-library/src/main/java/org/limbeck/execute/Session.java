package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;
import org.postgresql.PGConnection;

/**
 * A connection that is fit to change a database: the server is new enough, takes writes, and the names of our own tables
 * say their schema, so that a migration may change the search path.
 */
public record Session(Connection connection, String database, Bookkeeping bookkeeping) {

    private static final int OLDEST_MAJOR = 14;

    static final String RESET = "RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL";

    /** What a statement means must not depend on the machine that sends it. */
    private static final String SETTINGS = "SET default_transaction_isolation = 'read committed'; SET TimeZone = 'UTC'";

    /** The server ends what nobody waits for any more. */
    private static final String CHECK_CLIENT = "SET client_connection_check_interval = '2s'";

    /**
     * Looks at the server.
     *
     * @param connector what the database is called, and a second connection where the first one seems to go through a pooler
     * @param names our tables as configured
     * @throws org.limbeck.problem.LimbeckException where the server is too old or takes no writes, or where a pooler would
     *     change it from transaction to transaction
     */
    public static Session writable(Connection connection, DatabaseConnector connector, Bookkeeping names)
            throws SQLException {
        String database = connector.displayName();
        checkVersion(connection, database);
        prepare(connection);
        String query =
                "SELECT pg_is_in_recovery(), current_setting('transaction_read_only')::boolean, current_schema(), pg_backend_pid()";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            if (result.getBoolean(1)) {
                throw readOnly(database, "is a standby server, which takes no writes")
                        .exception();
            }
            if (result.getBoolean(2)) {
                throw readOnly(database, "is read-only for this user (default_transaction_read_only is on)")
                        .exception();
            }
            Pooler.refuse(connection, result.getInt(4), connector);
            String schema = schema(names, result.getString(3), database);
            return new Session(
                    connection,
                    database,
                    new Bookkeeping(
                            new QualifiedName(schema, names.versionTable().name()),
                            new QualifiedName(schema, names.historyTable().name())));
        }
    }

    /** The server process behind the connection. */
    int pid() {
        return pid(connection);
    }

    static int pid(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException exception) {
            throw new IllegalStateException("the driver is not PostgreSQL's own", exception);
        }
    }

    /** Takes back what a revision set for the session. */
    void reset() throws SQLException {
        if (connection instanceof LentConnection lent) {
            lent.restore();
        } else {
            new Catalog(connection).execute(RESET);
        }
        prepare(connection);
    }

    private static void prepare(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(connection);
        try {
            catalog.execute(SETTINGS + "; " + CHECK_CLIENT);
        } catch (SQLException unsupported) {
            // Not every system can tell a server that its client has gone.
            catalog.execute(SETTINGS);
        }
    }

    /** Refuses servers of which Limbeck knows too little. */
    public static void checkVersion(Connection connection, String database) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw Problem.of(
                            ProblemCode.SERVER_TOO_OLD,
                            database + " is PostgreSQL "
                                    + connection.getMetaData().getDatabaseProductVersion() + ", Limbeck needs "
                                    + OLDEST_MAJOR + " or newer")
                    .databaseState("Nothing was changed.")
                    .exception();
        }
    }

    /** Who changes the database at this moment, for people; empty for nobody. */
    public static Optional<String> working(Connection connection, String database, Bookkeeping names)
            throws SQLException {
        QualifiedName table = names.versionTable();
        String schema = table.schema() == null
                ? String.valueOf(new Catalog(connection).value("SELECT current_schema()"))
                : table.schema();
        return new RunLock(connection, database, new QualifiedName(schema, table.name())).findHolder();
    }

    /** Takes the lock under which the database is changed. */
    public void lock(Duration wait, RunListener listener) throws SQLException {
        new RunLock(connection, database, bookkeeping.versionTable()).acquire(wait, listener);
    }

    /**
     * Creates our own tables where they are missing, and brings those of an older Limbeck up to date.
     *
     * @throws org.limbeck.problem.LimbeckException where the server refuses that
     */
    public void createTables() throws SQLException {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // Sent together they are one transaction.
            statement.execute(String.join(";\n", missing));
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    database, "create or upgrade its own tables", "Nothing was changed.", exception);
        }
    }

    /** The statements that create what is missing, or bring it up to date. */
    private List<String> missing() throws SQLException {
        String version = Literals.text(Identifiers.quoted(bookkeeping.versionTable()));
        String history = Literals.text(Identifiers.quoted(bookkeeping.historyTable()));
        String query = "SELECT to_regclass(" + version + ") IS NULL, to_regclass(" + history + ") IS NULL,"
                + " EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(" + history + ")"
                + " AND attname = " + Literals.text(bookkeeping.newestHistoryColumn()) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<String> statements = new ArrayList<>();
            if (row.getBoolean(1)) {
                statements.add(bookkeeping.createVersionTable());
            }
            if (row.getBoolean(2)) {
                statements.add(bookkeeping.createHistoryTable());
            } else if (!row.getBoolean(3)) {
                statements.add(bookkeeping.upgradeHistoryTable());
            }
            return statements;
        }
    }

    private static String schema(Bookkeeping names, @Nullable String current, String database) {
        String configured = names.versionTable().schema();
        if (configured != null) {
            return configured;
        }
        if (current == null) {
            throw Problem.of(
                            ProblemCode.INVALID_SETTING,
                            "no schema of the search path exists in " + database
                                    + ", so there is no place for the version table")
                    .databaseState("Nothing was changed.")
                    .hint(
                            "create the schema that the connection is for, or name another one in limbeck.properties",
                            "version-table = public.limbeck_version")
                    .exception();
        }
        return current;
    }

    private static Problem readOnly(String database, String why) {
        return Problem.of(ProblemCode.READ_ONLY, database + " " + why)
                .databaseState("Nothing was changed.")
                .hint("connect to the primary server, with a user and settings that allow writes");
    }
}
