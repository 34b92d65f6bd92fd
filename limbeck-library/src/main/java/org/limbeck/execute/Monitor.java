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
import org.limbeck.sql.Literals;

/**
 * Looks at a run from outside, on a connection of its own that is opened when somebody asks for the first time. Each
 * question is a transaction, so that it holds up nobody. Where there is no further connection to be had, it sees nothing.
 */
final class Monitor implements AutoCloseable {

    private static final String WAIT = """
            WITH awaited AS MATERIALIZED (
                SELECT l.relation, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
                       c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE') AS lockable
                  FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE l.pid = $1 AND NOT l.granted AND l.locktype = 'relation' LIMIT 1)
            SELECT b.pid, a.usename, a.application_name, a.state, a.query, w.name, w.lockable,
                   extract(epoch FROM clock_timestamp() - a.xact_start) * 1000 AS age,
                   (SELECT min(l.virtualtransaction) FROM pg_locks l
                     WHERE coalesce(l.pid, 0) = b.pid AND l.granted AND (b.pid <> 0 OR l.relation = w.relation))
                       AS transaction,
                   a.pid IS NOT NULL AND a.usesysid IS NULL AND a.datid IS NOT NULL
                       AND coalesce(a.query, '') NOT LIKE '%to prevent wraparound%' AS autovacuum
              FROM (SELECT DISTINCT unnest(pg_blocking_pids($1))) AS b (pid)
                   LEFT JOIN pg_stat_activity a ON a.pid = b.pid LEFT JOIN awaited w ON true
             ORDER BY a.xact_start
            """;

    private static final String SNAPSHOTS = """
            SELECT a.pid, a.usename, a.application_name, a.state, a.query, NULL AS transaction, false AS autovacuum,
                   extract(epoch FROM clock_timestamp() - a.xact_start) * 1000 AS age
              FROM pg_stat_activity a
             WHERE a.datname = current_database() AND a.backend_type = 'client backend' AND a.backend_xmin IS NOT NULL
               AND a.pid NOT IN ($1, pg_backend_pid()) AND a.xact_start < clock_timestamp() - interval '1 second'
             ORDER BY a.xact_start
            """;

    /** A standby that has all keeps its last lag for a while. */
    private static final String LAG = """
            SELECT quote_ident(application_name) || coalesce(' at ' || host(client_addr), '') AS standby,
                   extract(epoch FROM replay_lag) * 1000 AS lag
              FROM pg_stat_replication
             WHERE replay_lag IS NOT NULL AND replay_lsn < pg_current_wal_lsn()
             ORDER BY replay_lag DESC LIMIT 1
            """;

    private final DatabaseConnector connector;
    private @Nullable Connection opened;
    private boolean unavailable;

    Monitor(DatabaseConnector connector) {
        this.connector = connector;
    }

    /** What a server process waits for at this moment; nothing where it waits for none. */
    synchronized LockWait lockWait(int pid) {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(WAIT.replace("$1", String.valueOf(pid)))) {
            String table = null;
            boolean lockable = false;
            List<Blocker> blockers = new ArrayList<>();
            while (rows.next()) {
                table = rows.getString("name");
                lockable = rows.getBoolean("lockable");
                blockers.add(blocker(rows));
            }
            return new LockWait(table, lockable, blockers);
        } catch (SQLException unseen) {
            return LockWait.NONE;
        }
    }

    /** Transactions that have lasted for a while and whose snapshots keep an index from being built. */
    synchronized List<Blocker> oldSnapshots(int pid) {
        try (Statement statement = statement();
                ResultSet rows = statement.executeQuery(SNAPSHOTS.replace("$1", String.valueOf(pid)))) {
            List<Blocker> found = new ArrayList<>();
            while (rows.next()) {
                found.add(blocker(rows));
            }
            return found;
        } catch (SQLException unseen) {
            return List.of();
        }
    }

    /** The standby that is farthest behind; empty where there is none, or this user may not see them. */
    synchronized Optional<StandbyLag> lag() {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(LAG)) {
            return row.next()
                    ? Optional.of(
                            new StandbyLag(row.getString("standby"), Duration.ofMillis((long) row.getDouble("lag"))))
                    : Optional.empty();
        } catch (SQLException unseen) {
            return Optional.empty();
        }
    }

    /** Cancels the statement that a process is working on. */
    synchronized void cancel(int pid) {
        value("SELECT pg_cancel_backend(" + pid + ")");
    }

    /** Whether one of these transactions still goes on. */
    synchronized boolean goesOn(List<Blocker> blockers) {
        List<String> transactions = blockers.stream()
                .filter(blocker -> blocker.transaction() != null)
                .map(blocker -> "(" + blocker.pid() + ", " + Literals.text(String.valueOf(blocker.transaction())) + ")")
                .toList();
        return !transactions.isEmpty()
                && "t"
                        .equals(value("SELECT EXISTS (SELECT FROM pg_locks WHERE granted"
                                + " AND (coalesce(pid, 0), virtualtransaction) IN (" + String.join(", ", transactions)
                                + "))"));
    }

    /** The server's {@code deadlock_timeout}, which is when an autovacuum that is in the way gives way. */
    synchronized Duration deadlockTimeout() {
        String milliseconds = value("SELECT setting FROM pg_settings WHERE name = 'deadlock_timeout'");
        return Duration.ofMillis(milliseconds == null ? 1000 : Long.parseLong(milliseconds));
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            try {
                opened.close();
            } catch (SQLException gone) {
                // It only looked.
            }
            opened = null;
        }
    }

    private @Nullable String value(String query) {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException unseen) {
            return null;
        }
    }

    /** Connects now where another thread may not; elsewhere nobody connects before there is something to ask. */
    synchronized void prepare() {
        if (connector.isBoundToThread()) {
            try {
                statement().close();
            } catch (SQLException unseen) {
                // Nothing will be seen.
            }
        }
    }

    private Statement statement() throws SQLException {
        if (unavailable) {
            throw new SQLException("there is no further connection");
        }
        try {
            // The server may have ended one that was idle between two questions.
            if (opened == null || opened.isClosed()) {
                opened = connector.connect();
            }
            return opened.createStatement();
        } catch (SQLException failure) {
            unavailable = true;
            throw failure;
        }
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        double age = row.getDouble("age");
        Duration known = row.wasNull() ? null : Duration.ofMillis(Math.max(0, (long) age));
        String application = row.getString("application_name");
        String query = row.getString("query");
        return new Blocker(
                row.getInt("pid"),
                row.getString("transaction"),
                row.getString("usename"),
                application == null ? "" : application,
                row.getString("state"),
                known,
                query == null || query.startsWith("<") ? "" : query,
                row.getBoolean("autovacuum"));
    }
}
