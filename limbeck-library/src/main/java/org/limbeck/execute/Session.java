package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * A connection that is fit to change a database: the server is new enough, takes writes, and the names of our own tables
 * say their schema, so that a migration may change the search path.
 */
public record Session(Connection connection, String database, Bookkeeping bookkeeping) {

    private static final int OLDEST_MAJOR = 14;

    /**
     * Looks at the server.
     *
     * @param names our tables as configured
     * @throws org.limbeck.problem.LimbeckException where the server is too old or takes no writes
     */
    public static Session writable(Connection connection, String database, Bookkeeping names) throws SQLException {
        checkVersion(connection, database);
        String query =
                "SELECT pg_is_in_recovery(), current_setting('transaction_read_only')::boolean, current_schema()";
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
            String schema = schema(names, result.getString(3), database);
            return new Session(
                    connection,
                    database,
                    new Bookkeeping(
                            new QualifiedName(schema, names.versionTable().name()),
                            new QualifiedName(schema, names.historyTable().name())));
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

    /** Takes the lock under which the database is changed. */
    public void lock(Duration wait, RunListener listener) throws SQLException {
        new RunLock(connection, database, bookkeeping.versionTable()).acquire(wait, listener);
    }

    /**
     * Creates our own tables where they are missing.
     *
     * @throws org.limbeck.problem.LimbeckException where the server refuses that
     */
    public void createTables() throws SQLException {
        List<String> missing = new ArrayList<>();
        if (missing(bookkeeping.versionTable())) {
            missing.add(bookkeeping.createVersionTable());
        }
        if (missing(bookkeeping.historyTable())) {
            missing.add(bookkeeping.createHistoryTable());
        }
        if (missing.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            // Sent together they are one transaction.
            statement.execute(String.join(";\n", missing));
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database, "create the version table", "Nothing was changed.", exception);
        }
    }

    private boolean missing(QualifiedName table) throws SQLException {
        String name = Literals.text(Identifiers.quoted(table));
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT to_regclass(" + name + ") IS NULL")) {
            return result.next() && result.getBoolean(1);
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
                    .hint("name one in limbeck.properties", "version-table = public.limbeck_version")
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
