package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.RunResult;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Locks that others hold: a run waits for them so that nobody waits behind it, and says for whom. */
class LockTest {

    /** What a client may feel of a run, beyond what the machine does to all. */
    private static final Duration FELT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();
    private final List<LockWait> waits = new CopyOnWriteArrayList<>();
    private final RunListener listener = new RunListener() {
        @Override
        public void blocked(LockWait wait) {
            waits.add(wait);
        }
    };

    @Test
    void nobodyQueuesBehindARunThatWaitsForAReader() throws Exception {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, n int);", "")
                .sql("b2", "ALTER TABLE t ADD COLUMN late int;", "");
        project.limbeck(database).upgrade("a1");
        try (Clients clients = Clients.on(database, "t");
                Connection reader = database.with("?ApplicationName=report").connect()) {
            open(reader, "SELECT count(*) FROM t");
            clients.reset();
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds("the reader is named", () -> !waits.isEmpty());
            Until.holds("it has read for long", () -> age(reader) >= Load.READER.toSeconds());
            assertThat(run).isNotDone();

            reader.commit();
            long free = System.nanoTime();
            assertThat(run.get().after()).containsExactly("b2");
            Duration late = Duration.ofNanos(System.nanoTime() - free);
            System.out.println("done " + late.toMillis() + " ms after a reader of " + Load.READER.toSeconds() + " s");
            assertThat(late).isLessThan(Duration.ofSeconds(2));
            clients.felt("clients of a table that a reader holds", FELT);
        }
        assertThat(waits.get(0).table()).isEqualTo("public.t");
        assertThat(waits.get(0).blockers()).hasSize(1);
        assertThat(waits.get(0).blockers().get(0).describe())
                .contains("user postgres, report, idle in transaction, for ", ": SELECT count(*) FROM t");
    }

    @Test
    void aRunThatNeverGetsItsLockSaysWhoHasIt() throws Exception {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int);", "")
                .sql("b2", "CREATE TABLE u ();\nALTER TABLE t ADD COLUMN late int;", "");
        project.limbeck(database).upgrade("a1");
        try (Connection reader = database.connect()) {
            open(reader, "SELECT FROM t");
            String pid = TestDatabase.rows(reader, "SELECT pg_backend_pid()").get(0);

            Problem problem = Project.problem(() -> project.limbeck(database)
                    .withLockBudget(Duration.ofMillis(1500))
                    .upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_NOT_HAD);
            assertThat(problem.sentence())
                    .isEqualTo("the upgrade of b2 change b2 could not have its locks within 1500 ms");
            assertThat(problem.place()).isEqualTo(project.place("b2.sql", 7));
            assertThat(problem.evidence()).anyMatch(line -> line.startsWith("public.t is held by process " + pid));
            assertThat(problem.databaseState()).isEqualTo("The transaction was rolled back: shop@test is still at a1.");
            assertThat(problem.hints())
                    .extracting(hint -> hint.command())
                    .containsExactly("limbeck upgrade --lock-budget 1h", "SELECT pg_terminate_backend(" + pid + ");");
        }
        assertThat(database.value("SELECT to_regclass('u')")).isEqualTo("null");
        assertThat(database.value("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'limbeck'"))
                .isEqualTo("0");
    }

    @Test
    void aStepInJavaRunsAgainWithItsTransaction() throws Exception {
        Project project = project("""
                op.execute("CREATE TABLE seen (id int)");
                op.run("note", c -> { try (Statement s = c.createStatement()) { s.execute("INSERT INTO seen VALUES (1)"); } });
                op.execute("ALTER TABLE t ADD COLUMN late int");
                """);
        afterALongReader(project);

        assertThat(database.rows("SELECT id FROM seen")).containsExactly("1");
        assertThat(database.value("SELECT count(*) FROM limbeck_history")).isEqualTo("2");
    }

    @Test
    void aRunInOneTransactionBeginsAnewAsAWhole() throws Exception {
        Project project = project("op.execute(\"CREATE TABLE u ()\");").sql("c3", "ALTER TABLE t ADD late int;", "");
        RunResult result = afterALongReader(project, "transaction", "run");

        assertThat(result.steps()).extracting(RunResult.Done::revision).containsExactly("b2", "c3");
        assertThat(database.value("SELECT count(*) FROM limbeck_history")).isEqualTo("3");
    }

    @Test
    void aRevisionInSeveralTransactionsTriesEachAnew() throws Exception {
        Project project = project("""
                op.createIndex(index("i").on("t", "id").concurrently());
                op.addColumn("t", column("late", integer()));
                op.createIndex(index("j").on("t", "late").concurrently());
                """);
        try (Connection reader = database.connect()) {
            CompletableFuture<RunResult> run;
            try (Connection holder = database.connect()) {
                open(holder, "LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE");
                run = upgrade(project);
                Until.holds("the index is waited for", () -> blocked("CREATE INDEX%"));
                // The index waits for old snapshots, and this transaction has none.
                open(reader, "LOCK TABLE t IN ACCESS SHARE MODE");
                holder.commit();
            }
            Until.holds("the reader is named", () -> !waits.isEmpty());
            reader.commit();
            assertThat(run.get().after()).containsExactly("b2");
        }
    }

    @Test
    void aDeadlockWithTheApplicationIsTriedAgain() throws Exception {
        Project project = project("op.execute(\"UPDATE t SET id = id; SELECT pg_sleep(0.2); UPDATE u SET id = id\");");
        database.execute("CREATE TABLE u (id int)", "INSERT INTO t VALUES (1)", "INSERT INTO u VALUES (1)");
        try (Connection application = database.connect()) {
            open(application, "SET LOCAL deadlock_timeout = '30s'");
            TestDatabase.execute(application, "UPDATE u SET id = 2");
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds("the run waits", () -> blocked("UPDATE u%"));
            TestDatabase.execute(application, "UPDATE t SET id = 2");
            application.commit();

            assertThat(run.get().after()).containsExactly("b2");
        }
        assertThat(database.value("SELECT t.id, u.id FROM t, u")).isEqualTo("2 | 2");
    }

    @Test
    void aTreeOfPartitionsIsNotHeldWhileTheRunWaitsForEach() throws Exception {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, n int) PARTITION BY RANGE (id);", "")
                .sql("b2", "ALTER TABLE t ADD COLUMN late int;", "");
        project.limbeck(database).upgrade("a1");
        for (int i = 0; i < 32; i++) {
            database.execute("CREATE TABLE p" + i + " PARTITION OF t FOR VALUES FROM (" + i * 32 + ") TO ("
                    + (i + 1) * 32 + ")");
        }
        List<Connection> readers = new CopyOnWriteArrayList<>();
        try (Clients clients = Clients.on(database, "t")) {
            for (int i = 0; i < 4; i++) {
                Connection reader = database.connect();
                readers.add(reader);
                open(reader, "SELECT FROM p" + 8 * i);
            }
            clients.reset();
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds("a reader is named", () -> !waits.isEmpty());
            for (int i = 0; i < readers.size(); i++) {
                Connection reader = readers.get(i);
                double old = Load.READER.toSeconds() * (i + 1.0) / readers.size();
                Until.holds("it has read for its part of the time", () -> age(reader) >= old);
                reader.commit();
            }
            assertThat(run.get().after()).containsExactly("b2");
            clients.felt("clients of a tree of 32 partitions with four readers", FELT);
        } finally {
            for (Connection reader : readers) {
                reader.close();
            }
        }
    }

    @Test
    void onlyWhatIsInstantIsCapped() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int); CREATE TABLE seen (what text, lock text, statement text);", "")
                .sql("b2", "ALTER TABLE t ADD COLUMN b int;" + seen("instant and rows"), "")
                .sql("c3", "INSERT INTO t VALUES (1);" + seen("rows"), "")
                .sql("d4", "SET LOCAL lock_timeout = '7s';" + seen("asked for"), "");

        project.limbeck(database).upgrade("head");

        assertThat(database.rows("SELECT * FROM seen"))
                .containsExactly("instant and rows | 100ms | 0", "rows | 5s | 0", "asked for | 7s | 0");
    }

    private static String seen(String what) {
        return " INSERT INTO seen VALUES ('" + what
                + "', current_setting('lock_timeout'), current_setting('statement_timeout'));";
    }

    private Project project(String upgrade) {
        Project project =
                new Project(folder).sql("a1", "CREATE TABLE t (id int);", "").java("b2", upgrade, "");
        project.limbeck(database).upgrade("a1");
        return project;
    }

    private RunResult afterALongReader(Project project, String... options) throws Exception {
        try (Connection reader = database.connect()) {
            open(reader, "SELECT FROM t");
            CompletableFuture<RunResult> run = upgrade(project, options);
            Until.holds("the reader is named", () -> !waits.isEmpty());
            reader.commit();
            return run.get();
        }
    }

    private CompletableFuture<RunResult> upgrade(Project project, String... options) {
        return CompletableFuture.supplyAsync(
                () -> project.limbeck(database, listener, options).upgrade("head"));
    }

    private boolean blocked(String query) {
        return database.value("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '"
                        + query + "'")
                .equals("1");
    }

    private static void open(Connection connection, String sql) throws Exception {
        connection.setAutoCommit(false);
        TestDatabase.execute(connection, sql);
    }

    private static double age(Connection connection) throws Exception {
        return Double.parseDouble(TestDatabase.rows(connection, "SELECT extract(epoch FROM clock_timestamp() - now())")
                .get(0));
    }
}
