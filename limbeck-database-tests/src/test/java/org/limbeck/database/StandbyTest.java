package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.RunResult;
import org.limbeck.execute.BatchProgress;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.StandbyLag;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Runs on a server with a standby: what it can't follow waits or ends. */
class StandbyTest {

    /** Each takes a millisecond and more. */
    private static final int ROWS = 3000;

    private static final Duration MOST = Duration.ofSeconds(1);
    private static final String LAG = "SELECT coalesce(max(extract(epoch FROM replay_lag) * 1000), 0)::bigint"
            + " FROM pg_stat_replication WHERE replay_lsn < pg_current_wal_lsn()";

    @TempDir
    private static Path servers;

    private static Replication replication;

    @TempDir
    private Path folder;

    private TestDatabase database;
    private final List<StandbyLag> lags = new CopyOnWriteArrayList<>();
    private final List<BatchProgress> progress = new CopyOnWriteArrayList<>();
    private final RunListener listener = new RunListener() {
        @Override
        public void lagging(StandbyLag lag) {
            lags.add(lag);
        }

        @Override
        public void progressed(BatchProgress now) {
            progress.add(now);
        }
    };

    @BeforeAll
    static void start() throws Exception {
        replication = Replication.in(servers);
    }

    @AfterAll
    static void stop() {
        replication.close();
    }

    @AfterEach
    void clear() {
        replication.second().execute("SELECT pg_wal_replay_resume()");
        replication.first().execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @Test
    void aChangeInBatchesWaitsForAStandbyThatIsBehind() throws Exception {
        Project project = batches(ROWS, "n = n + slow()");
        replication.second().execute("SELECT pg_wal_replay_pause()");

        CompletableFuture<RunResult> run = CompletableFuture.supplyAsync(
                () -> project.limbeck(database, listener).withMaxLag(MOST).upgrade("head"));

        Until.holds("it waits", () -> !lags.isEmpty() || run.isDone());
        assertThat(run).isNotDone();
        assertThat(lags.get(0).describe()).matches("the standby second at 127.0.0.1 is [12]\\.\\d s behind");
        String position = position();
        Until.holds("it has fallen farther behind", () -> Long.parseLong(database.value(LAG)) > 3000);
        assertThat(position()).isEqualTo(position);

        replication.second().execute("SELECT pg_wal_replay_resume()");
        assertThat(run.get().after()).containsExactly("b2");
        assertThat(database.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 | " + ROWS);
    }

    @Test
    void aStandbyThatNeverCatchesUpEndsTheRunAndTheNextOneGoesOn() {
        Project project = batches(ROWS, "n = n + slow()");
        replication.second().execute("SELECT pg_wal_replay_pause()");

        Problem problem = Project.problem(() -> project.limbeck(database)
                .withMaxLag(MOST)
                .withLockBudget(Duration.ofSeconds(1))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STANDBY_BEHIND);
        assertThat(problem.sentence()).isEqualTo("b2 change b2 waited for a standby for 1 s");
        assertThat(problem.evidence().get(0)).endsWith(" s behind, and may be 1 s");
        assertThat(problem.databaseState()).contains("the next run goes on behind it", "still at a1");
        replication.second().execute("SELECT pg_wal_replay_resume()");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 | " + ROWS);
    }

    @Test
    void concurrentWorkThatAStandbyCannotFollowIsCancelledAndClearedAway() throws Exception {
        database = replication.first();
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, n int);", "")
                .sql("b2", "CREATE INDEX CONCURRENTLY i ON t (n);", "");
        project.limbeck(database).upgrade("a1");
        replication.second().execute("SELECT pg_wal_replay_pause()");
        Problem problem;
        try (Connection holder = database.connect();
                Clients clients = Clients.on(database, "t")) {
            holder.setAutoCommit(false);
            TestDatabase.execute(holder, "LOCK TABLE t IN ROW EXCLUSIVE MODE");
            clients.reset();
            long begin = System.nanoTime();

            problem = Project.problem(
                    () -> project.limbeck(database).withMaxLag(MOST).upgrade("head"));

            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            System.out.println("cancelled and told " + took.toMillis()
                    + " ms after it began, with a standby that may be " + MOST.toMillis() + " ms behind");
            assertThat(took).isLessThan(MOST.plusSeconds(5));
            holder.commit();
        }
        assertThat(problem.code()).isEqualTo(ProblemCode.STANDBY_BEHIND);
        assertThat(problem.sentence()).isEqualTo("b2 change b2 was cancelled, since a standby can't follow");
        assertThat(problem.place()).isEqualTo(project.place("b2.sql", 6));
        assertThat(problem.hints())
                .extracting(hint -> hint.command())
                .containsExactly("limbeck upgrade", "limbeck upgrade --max-lag 10s");

        replication.second().execute("SELECT pg_wal_replay_resume()");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.rows("SELECT relname FROM pg_class, pg_index WHERE indrelid = 't'::regclass"
                        + " AND indexrelid = pg_class.oid AND indisvalid ORDER BY relname"))
                .containsExactly("i", "t_pkey");
    }

    @Test
    void manyRowsAreChangedBesideAnApplication() throws Exception {
        Project project = batches(Load.BATCH_ROWS, "n = n + 1");
        try (Clients clients = Clients.onRows(database, "readers")) {
            Until.holds("it is known what is usual", () -> clients.latencies().count() > 2000);
            Duration usual = clients.latencies().percentile(99);
            System.out.println("before: " + clients.latencies());
            clients.reset();
            long begin = System.nanoTime();

            CompletableFuture<RunResult> killed = CompletableFuture.supplyAsync(
                    () -> project.limbeck(database, listener).upgrade("head"));
            long most = 0;
            while (!killed.isDone() && done() < Load.BATCH_ROWS / 2) {
                most = Math.max(most, Long.parseLong(database.value(LAG)));
            }
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())");
            assertThat(killed)
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(LimbeckException.class);
            CompletableFuture<RunResult> run = CompletableFuture.supplyAsync(
                    () -> project.limbeck(database, listener).upgrade("head"));
            while (!run.isDone()) {
                most = Math.max(most, Long.parseLong(database.value(LAG)));
            }
            assertThat(run.get().after()).containsExactly("b2");

            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "%,d rows in %.1f s, %,.0f a second, killed at half; a standby was at most %,d ms behind%n",
                    Load.BATCH_ROWS, seconds, Load.BATCH_ROWS / seconds, most);
            System.out.println("during: " + clients.latencies());
            if (Load.FULL) {
                assertThat(clients.latencies().percentile(99))
                        .isLessThan(usual.multipliedBy(3).dividedBy(2).plusMillis(5));
            }
            assertThat(Duration.ofMillis(most)).isLessThan(Duration.ofSeconds(6));
        }
        // Whatever was changed twice would have another value.
        assertThat(database.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 | " + Load.BATCH_ROWS);
    }

    private Project batches(int rows, String set) {
        database = replication.first();
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, n int);", "")
                .java("b2", "op.inBatches(\"t\", \"" + set + "\", \"true\");", "");
        project.limbeck(database).upgrade("a1");
        database.execute(
                "CREATE FUNCTION slow() RETURNS int LANGUAGE sql VOLATILE AS 'SELECT 1 FROM pg_sleep(0.0004)'",
                "INSERT INTO t SELECT g, 0 FROM generate_series(1, " + rows + ") g",
                "CREATE TABLE readers (id int PRIMARY KEY, n int)",
                "INSERT INTO readers SELECT g, 0 FROM generate_series(1, 1000) g",
                "ANALYZE");
        return project;
    }

    private String position() {
        return database.value("SELECT found_before FROM limbeck_history WHERE finished_at IS NULL");
    }

    private long done() {
        List<String> rows = database.rows("SELECT coalesce(split_part(found_before, ' ', 1), '0') FROM limbeck_history"
                + " WHERE finished_at IS NULL");
        return rows.isEmpty() ? 0 : Long.parseLong(rows.get(0));
    }
}
