package org.limbeck.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.limbeck.safety.LockMode;

/** Runs a statement in a transaction that is rolled back, and looks at what it did. */
final class LiveEffect {

    private LiveEffect() {}

    static RecordedEffect of(Connection connection, String id, String statement) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Map<String, String> before = files(connection);
            List<String> read = read(connection);
            String sqlState = null;
            try {
                TestDatabase.execute(connection, statement);
            } catch (SQLException failure) {
                sqlState = failure.getSQLState();
            }
            return sqlState == null
                    ? seen(connection, id, statement, before, read)
                    : new RecordedEffect(
                            id, List.of(), statement, Map.of(), Set.of(), Set.of(), sqlState, false, false);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static RecordedEffect seen(
            Connection connection, String id, String statement, Map<String, String> before, List<String> read)
            throws SQLException {
        Map<String, LockMode> locks = new TreeMap<>();
        for (String row : TestDatabase.rows(connection, """
                SELECT l.mode, l.relation FROM pg_locks l
                 WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation > 16383
                """)) {
            String[] parts = row.split(" \\| ", -1);
            String name = before.keySet().stream()
                    .filter(each -> before.get(each).startsWith(parts[1] + ":"))
                    .findFirst()
                    .orElse(null);
            if (name != null) {
                locks.merge(name, mode(parts[0]), (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        Map<String, String> after = files(connection);
        Set<String> rewritten = new TreeSet<>();
        before.forEach((name, file) -> {
            if (after.values().stream().noneMatch(file::equals)
                    && after.values().stream().anyMatch(each -> each.startsWith(file.split(":", -1)[0] + ":"))) {
                rewritten.add(name);
            }
        });
        Set<String> scanned = new TreeSet<>();
        List<String> now = new ArrayList<>(read(connection));
        now.removeAll(read);
        for (String row : now) {
            before.keySet().stream()
                    .filter(name -> before.get(name).startsWith(row.split(" \\| ", -1)[0] + ":"))
                    .forEach(scanned::add);
        }
        return new RecordedEffect(id, List.of(), statement, locks, rewritten, scanned, null, false, false);
    }

    /** How many rows were read, which counts from before the transaction. */
    private static List<String> read(Connection connection) throws SQLException {
        return TestDatabase.rows(
                connection,
                "SELECT relid, seq_tup_read FROM pg_stat_xact_all_tables WHERE seq_tup_read > 0 AND relid > 16383");
    }

    /** The OID and the file of each relation. */
    private static Map<String, String> files(Connection connection) throws SQLException {
        Map<String, String> files = new TreeMap<>();
        for (String row : TestDatabase.rows(connection, """
                SELECT c.oid || ':' || c.relfilenode,
                       CASE n.nspname WHEN 's' THEN '' ELSE n.nspname || '.' END || c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('s', 's2')
                """)) {
            String[] parts = row.split(" \\| ", 2);
            files.put(parts[1], parts[0]);
        }
        return files;
    }

    /** {@code ShareRowExclusiveLock} as a constant. */
    private static LockMode mode(String name) {
        String words = name.replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
    }
}
