package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
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

/** Indexes that are built beside a living application: whom they wait for, and what they never leave behind. */
class ConcurrentIndexTest {

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
    void aSessionThatIsIdleInATransactionIsNamedAndWaitedFor() throws Exception {
        Project project = project("CREATE INDEX CONCURRENTLY i ON t (id);");
        try (Connection idle = database.with("?ApplicationName=checkout").connect()) {
            open(idle, "SELECT 1");
            Until.holds(
                    "it is old",
                    () -> database.value("SELECT count(*) FROM pg_stat_activity"
                                    + " WHERE application_name = 'checkout' AND xact_start < now() - interval '1.1 s'")
                            .equals("1"));
            long begin = System.nanoTime();
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds("it is named", () -> !waits.isEmpty());
            Duration named = Duration.ofNanos(System.nanoTime() - begin);
            assertThat(named).isLessThan(Duration.ofSeconds(5));
            assertThat(waits.get(0).blockers().get(0).describe()).contains("checkout, idle in transaction, for ");
            assertThat(database.value("SELECT to_regclass('i')")).isEqualTo("null");

            idle.commit();
            long free = System.nanoTime();
            assertThat(run.get().after()).containsExactly("b2");
            Duration late = Duration.ofNanos(System.nanoTime() - free);
            System.out.println("an idle session was named after " + named.toMillis() + " ms, the index was there "
                    + late.toMillis() + " ms after it ended");
            assertThat(late).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void whoeverComesInTheMiddleIsNamedToo() throws Exception {
        Project project = project("CREATE INDEX CONCURRENTLY i ON t (id);");
        try (Connection writer = database.with("?ApplicationName=batch").connect()) {
            // It has no snapshot; but the index waits for all who may have written without knowing of it.
            open(writer, "LOCK TABLE t IN ROW EXCLUSIVE MODE");
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds("it is named", () -> !waits.isEmpty());
            assertThat(waits.get(0).blockers().get(0).describe()).contains("batch");
            writer.commit();
            assertThat(run.get().after()).containsExactly("b2");
        }
    }

    @Test
    void whoeverComesIsNamedEvenWhereTheServerEndedTheConnectionThatLooks() throws Exception {
        Project project = project("""
                CREATE INDEX CONCURRENTLY i ON t (id);
                SELECT pg_advisory_xact_lock(7);
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'batch';
                CREATE INDEX CONCURRENTLY j ON t (id);
                """);
        try (Connection gate = database.with("?ApplicationName=batch").connect();
                Connection writer = database.with("?ApplicationName=batch").connect()) {
            TestDatabase.execute(gate, "SELECT pg_advisory_lock(7)");
            CompletableFuture<RunResult> run = upgrade(project);
            Until.holds(
                    "it stands before the second index",
                    () -> database.value(
                                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                            .equals("1"));
            open(writer, "LOCK TABLE t IN ROW EXCLUSIVE MODE");
            waits.clear();
            TestDatabase.execute(gate, "SELECT pg_advisory_unlock(7)");
            Until.holds(
                    "the writer is named",
                    () -> waits.stream()
                            .flatMap(wait -> wait.blockers().stream())
                            .anyMatch(blocker -> blocker.query().startsWith("LOCK TABLE t")));
            writer.commit();
            assertThat(run.get().after()).containsExactly("b2");
        }
    }

    @Test
    void anInvalidIndexIsFoundByTheNameThatTheServerCutOff() {
        String name = "an_index_with_a_name_that_is_longer_than_the_server_keeps_names_for_anybody";
        Project project = project("CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON t (id);");
        database.execute("INSERT INTO t VALUES (1), (1)");

        Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(database.rows("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass"))
                .isEmpty();
    }

    @Test
    void whatTakesLongerThanTheBudgetLeavesNothing() throws Exception {
        Project project = project("CREATE UNIQUE INDEX CONCURRENTLY i ON t (id);");
        try (Connection writer = database.connect()) {
            open(writer, "LOCK TABLE t IN ROW EXCLUSIVE MODE");

            Problem problem = Project.problem(() -> project.limbeck(database)
                    .withLockBudget(Duration.ofSeconds(1))
                    .upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_NOT_HAD);
            assertThat(problem.evidence()).anyMatch(line -> line.startsWith("it waits for process "));
            assertThat(problem.place()).isEqualTo(project.place("b2.sql", 6));
            writer.commit();
        }
        project.limbeck(database).upgrade("head");
        assertThat(database.rows(
                        "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 't'::regclass"))
                .containsExactly("i | t");
    }

    @Test
    void whatTakesLongerThanItMayIsCancelledAndClearedAway() throws Exception {
        Project project = project("CREATE INDEX CONCURRENTLY i ON t (id);");
        long begin;
        try (Connection writer = database.connect()) {
            open(writer, "LOCK TABLE t IN ROW EXCLUSIVE MODE");
            begin = System.nanoTime();

            Problem problem = Project.problem(() -> project.limbeck(database)
                    .withBuildBudget(Duration.ofSeconds(1))
                    .upgrade("head"));

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1 + 5));
            assertThat(problem.code()).isEqualTo(ProblemCode.BUILD_TOO_LONG);
            assertThat(problem.sentence()).isEqualTo("b2 change b2 was cancelled, since it took longer than 1 s");
            assertThat(problem.evidence()).contains("CREATE INDEX CONCURRENTLY i ON t (id)");
            assertThat(problem.databaseState()).contains("still at a1");
            assertThat(problem.hints().get(0).command()).isEqualTo("limbeck upgrade --build-budget 1h");
            writer.commit();
        }
        project.limbeck(database).upgrade("head");
        assertThat(database.rows(
                        "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 't'::regclass"))
                .containsExactly("i | t");
    }

    @Test
    void timeoutsOfTheUserDoNotEndIt() throws Exception {
        Project project = project("CREATE INDEX CONCURRENTLY i ON t (id);");
        TestDatabase hurried = database.with("?options=-c%20statement_timeout=300%20-c%20lock_timeout=300");
        try (Connection writer = database.connect()) {
            open(writer, "LOCK TABLE t IN ROW EXCLUSIVE MODE");
            CompletableFuture<RunResult> run = CompletableFuture.supplyAsync(
                    () -> project.limbeck(hurried, listener).upgrade("head"));
            Until.holds("it is named", () -> !waits.isEmpty());
            writer.commit();
            assertThat(run.get().after()).containsExactly("b2");
        }
    }

    @Test
    void duplicatesAreShownAndNoIndexStaysToRejectRows() {
        Project project = project("CREATE UNIQUE INDEX CONCURRENTLY i ON t ((id % 20), lower(name)) WHERE id > 0;");
        database.execute("INSERT INTO t SELECT g, 'X' FROM generate_series(-50, 59) g");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.evidence()).contains("keys that several rows have, 10 at most:", "  1, x: 3 rows");
        assertThat(problem.evidence().stream().filter(line -> line.endsWith(" rows")))
                .hasSize(10);
        assertThat(database.rows("SELECT FROM pg_index WHERE indrelid = 't'::regclass"))
                .isEmpty();
        assertThat(database.rows("SELECT FROM limbeck_history WHERE revision = 'b2'"))
                .isEmpty();
        database.execute("INSERT INTO t VALUES (1, 'x')");
    }

    @Test
    void anInvalidIndexOfSomebodyElseIsLeftAloneAndNotTakenForTheOneToBuild() throws Exception {
        Project project = project("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);");
        database.execute("INSERT INTO t VALUES (1), (1)");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)");
        } catch (java.sql.SQLException duplicates) {
            assertThat(duplicates.getSQLState()).isEqualTo("23505");
        }

        for (int run = 1; run <= 2; run++) {
            Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
            assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_INDEX);
            assertThat(problem.hints().get(0).command()).isEqualTo("DROP INDEX CONCURRENTLY i;");
        }
        assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("f");
    }

    private Project project(String statements) {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int, name text);", "")
                .sql("b2", statements, "");
        project.limbeck(database).upgrade("a1");
        return project;
    }

    private CompletableFuture<RunResult> upgrade(Project project) {
        return CompletableFuture.supplyAsync(
                () -> project.limbeck(database, listener).upgrade("head"));
    }

    private static void open(Connection connection, String sql) throws Exception {
        connection.setAutoCommit(false);
        TestDatabase.execute(connection, sql);
    }
}
