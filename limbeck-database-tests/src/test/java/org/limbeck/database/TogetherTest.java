package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.RunResult;
import org.limbeck.execute.RunListener;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Several runs at once on one database. */
class TogetherTest {

    private static final int RUNS = 10;
    private static final int PROCESSES = Load.FULL ? 10 : 3;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void oneOfManyThreadsAppliesAndTheOthersFindNothingToDo() throws Exception {
        Project project = project();
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        try {
            List<Future<RunResult>> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(threads.submit(() -> project.limbeck(database).upgrade("head")));
            }
            int applied = 0;
            for (Future<RunResult> run : runs) {
                RunResult result = run.get();
                assertThat(result.after()).containsExactly("c3");
                assertThat(result.steps().size()).isIn(0, 3);
                applied += result.steps().size();
            }
            assertThat(applied).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.value("SELECT count(*) FROM limbeck_history")).isEqualTo("3");
    }

    @Test
    void oneOfSeveralProcessesAppliesAndTheOthersFindNothingToDo() throws Exception {
        project();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(process());
        }
        List<String> outputs = new ArrayList<>();
        for (Process process : processes) {
            outputs.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            process.waitFor();
        }

        assertThat(outputs).containsOnlyOnce("3 [c3]").containsOnly("3 [c3]", "0 [c3]");
        System.out.println("processes at once, of which one applied and the others found nothing to do: " + PROCESSES);
    }

    @Test
    void aRunThatWaitsTooLongSaysForWhom() throws Exception {
        Project project = project();
        AtomicReference<String> waitedFor = new AtomicReference<>();
        RunListener listener = new RunListener() {
            @Override
            public void waiting(String holder) {
                waitedFor.set(holder);
            }
        };
        try (Connection holder =
                database.with("?ApplicationName=deployment%207").connect()) {
            lock(holder);
            Problem problem = Project.problem(() ->
                    project.limbeck(database, listener, "lock-wait", "200ms").upgrade("head"));

            assertThat(problem.code()).isEqualTo(ProblemCode.LOCKED_BY_ANOTHER_RUN);
            String pid = TestDatabase.rows(holder, "SELECT pg_backend_pid()").get(0);
            assertThat(waitedFor.get())
                    .startsWith("process " + pid + ", user postgres, deployment 7, connected since ");
            assertThat(problem.evidence()).containsExactly("it is held by " + waitedFor.get());
            assertThat(problem.databaseState()).isEqualTo("This run changed nothing.");
            assertThat(database.catalog()).containsExactly("schema public");
        }
    }

    @Test
    void aRunThatMayNotWaitDoesNot() throws Exception {
        try (Connection holder = database.connect()) {
            lock(holder);
            long begin = System.nanoTime();
            Problem problem = Project.problem(
                    () -> project().limbeck(database, "lock-wait", "0s").upgrade("head"));
            assertThat(problem.code()).isEqualTo(ProblemCode.LOCKED_BY_ANOTHER_RUN);
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void aRunGoesOnAsSoonAsTheLockIsFree() throws Exception {
        Project project = project();
        Connection holder = database.connect();
        lock(holder);
        RunListener release = new RunListener() {
            @Override
            public void waiting(String who) {
                try {
                    holder.close();
                } catch (java.sql.SQLException failure) {
                    throw new AssertionError(failure);
                }
            }
        };

        assertThat(project.limbeck(database, release).upgrade("head").after()).containsExactly("c3");
    }

    @Test
    void theLockIsPerVersionTable() throws Exception {
        try (Connection holder = database.connect()) {
            lock(holder);
            assertThat(project()
                            .limbeck(database, "version-table", "other", "lock-wait", "0s")
                            .upgrade("head")
                            .after())
                    .containsExactly("c3");
        }
    }

    @Test
    void aRunThatFindsNothingToDoTakesNoLock() throws Exception {
        Project project = project();
        project.limbeck(database).upgrade("head");
        try (Connection holder = database.connect()) {
            lock(holder);
            assertThat(project.limbeck(database, "lock-wait", "0s")
                            .upgrade("head")
                            .steps())
                    .isEmpty();
        }
    }

    private Project project() {
        return new Project(folder)
                .sql("a1", "CREATE TABLE a (); SELECT pg_sleep(0.1);", "")
                .java("b2", "op.createTable(\"b\", column(\"id\", integer()));", "")
                .sql("c3", "CREATE INDEX CONCURRENTLY i ON b (id);", "");
    }

    private static void lock(Connection connection) throws java.sql.SQLException {
        TestDatabase.execute(
                connection, "SELECT pg_advisory_lock(hashtextextended('limbeck public.limbeck_version', 0))");
    }

    private Process process() throws IOException {
        return UpgradeProgram.start(folder, database.access());
    }
}
