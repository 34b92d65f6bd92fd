package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Literals;

/**
 * Lets one run at a time change a database. An advisory lock of the session: it is asked for and never waited for in the
 * server, where a waiting session would hold up vacuum and concurrent index builds, and it goes with the connection, so
 * that nothing stays behind after a crash.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
record RunLock(Connection connection, String database, QualifiedName versionTable) {

    private static final long FIRST_PAUSE_MILLISECONDS = 20;
    private static final long LONGEST_PAUSE_MILLISECONDS = 500;

    /** @throws org.limbeck.problem.LimbeckException {@link ProblemCode#LOCKED_BY_ANOTHER_RUN} when the time is over */
    void acquire(Duration wait, RunListener listener) throws SQLException {
        long deadline = System.nanoTime() + wait.toNanos();
        long pause = FIRST_PAUSE_MILLISECONDS;
        for (int attempt = 1; !attempt(); attempt++) {
            if (attempt == 1) {
                listener.waiting(holder());
            }
            if (System.nanoTime() >= deadline) {
                throw Problem.of(
                                ProblemCode.LOCKED_BY_ANOTHER_RUN,
                                "another run has been changing " + database + " for longer than this one would wait")
                        .evidence("it is held by " + holder())
                        .databaseState("This run changed nothing.")
                        .hint("to wait longer", "limbeck upgrade --lock-wait 30min")
                        .exception();
            }
            sleep(pause + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS);
        }
    }

    private boolean attempt() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_try_advisory_lock(" + key() + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private String holder() throws SQLException {
        return findHolder().orElse("a run that has just ended");
    }

    /** Who holds the lock, for people; empty for nobody. */
    Optional<String> findHolder() throws SQLException {
        String query = """
                SELECT format('process %%s, user %%s, %%s, connected since %%s', a.pid, a.usename,
                              coalesce(nullif(a.application_name, ''), 'an unnamed application'),
                              to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'))
                  FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                   AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                   AND (l.classid::bigint << 32 | l.objid::bigint) = %s
                """.formatted(key());
        return Optional.ofNullable(new Catalog(connection).value(query));
    }

    private String key() {
        return "hashtextextended(" + Literals.text("limbeck " + versionTable) + ", 0)";
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.INTERRUPTED, "the run was interrupted while it waited for another one")
                    .databaseState("This run changed nothing.")
                    .exception(exception);
        }
    }
}
