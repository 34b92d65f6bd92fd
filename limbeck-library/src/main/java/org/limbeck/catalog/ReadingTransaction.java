package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * The transaction of a reading, in which the server prints the same texts whatever the session's settings are, and names
 * of the default schema, and only those, without schema. It is one of our own, read-only and with one snapshot for all,
 * unless the caller has one open.
 */
final class ReadingTransaction {

    /** What is done in it. */
    interface Action<T> {
        T run() throws SQLException;
    }

    /** Something was dropped; or, when it is in the midst of that, an internal error of the server's. */
    private static final Set<String> CHANGED = Set.of("XX000", "42P01", "42703", "42704", "42883", "3F000");

    private static final int ATTEMPTS = 3;

    private ReadingTransaction() {}

    static <T> T run(Connection connection, String defaultSchema, Action<T> action) throws SQLException {
        return connection.getAutoCommit()
                ? runAgainIfChanged(connection, defaultSchema, action)
                : runInCallers(connection, defaultSchema, action);
    }

    private static <T> T runAgainIfChanged(Connection connection, String defaultSchema, Action<T> action)
            throws SQLException {
        Exception last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return runInOwn(connection, defaultSchema, action);
            } catch (CatalogChangedException changed) {
                last = changed;
            } catch (SQLException failure) {
                if (!CHANGED.contains(String.valueOf(failure.getSQLState()))) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw Problem.of(
                        ProblemCode.CATALOG_CHANGED,
                        "objects were dropped or changed while they were read, " + ATTEMPTS + " times in a row")
                .evidence(String.valueOf(Objects.requireNonNull(last).getMessage()))
                .databaseState("Nothing was changed.")
                .hint("try again when other sessions have done changing the schema")
                .exception(last);
    }

    private static <T> T runInOwn(Connection connection, String defaultSchema, Action<T> action) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            set(connection, settings(defaultSchema));
            T read = action.run();
            end(connection);
            return read;
        } catch (SQLException | RuntimeException failure) {
            try {
                end(connection);
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        }
    }

    private static void end(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** After a failure there is nothing to put back: the caller can only roll back, which does that too. */
    private static <T> T runInCallers(Connection connection, String defaultSchema, Action<T> action)
            throws SQLException {
        Map<String, String> settings = settings(defaultSchema);
        Map<String, String> former = current(connection, settings);
        set(connection, settings);
        T read = action.run();
        set(connection, former);
        return read;
    }

    private static Map<String, String> settings(String defaultSchema) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("search_path", Identifiers.quoted(defaultSchema));
        settings.put("TimeZone", "UTC");
        settings.put("DateStyle", "ISO, MDY");
        settings.put("IntervalStyle", "postgres");
        settings.put("bytea_output", "hex");
        settings.put("extra_float_digits", "1");
        settings.put("standard_conforming_strings", "on");
        settings.put("quote_all_identifiers", "off");
        // Compiling a query takes longer than any of ours.
        settings.put("jit", "off");
        return settings;
    }

    private static Map<String, String> current(Connection connection, Map<String, String> settings)
            throws SQLException {
        String values = settings.keySet().stream()
                .map(name -> "current_setting('" + name + "')")
                .collect(Collectors.joining(", "));
        Map<String, String> current = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + values)) {
            result.next();
            int column = 1;
            for (String name : settings.keySet()) {
                current.put(name, result.getString(column++));
            }
        }
        return current;
    }

    private static void set(Connection connection, Map<String, String> settings) throws SQLException {
        String calls = settings.entrySet().stream()
                .map(setting ->
                        "set_config('" + setting.getKey() + "', " + Literals.text(setting.getValue()) + ", true)")
                .collect(Collectors.joining(", "));
        execute(connection, "SELECT " + calls);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
