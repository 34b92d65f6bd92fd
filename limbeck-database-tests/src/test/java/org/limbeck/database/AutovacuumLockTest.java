package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** An autovacuum that takes its time is asked to give way, so that neither reader nor writer feels it. */
class AutovacuumLockTest {

    private static final Duration FELT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @Test
    void anAutovacuumGivesWayAndNobodyQueues() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            TestDatabase database = new TestDatabase(server.createDatabase());
            Project project = project(database, "autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0");
            database.execute(
                    "INSERT INTO t SELECT g, 0 FROM generate_series(2000, 100000) g", "DELETE FROM t WHERE id > 2000");
            vacuumed(database);
            try (Clients clients = Clients.on(database, "t")) {
                clients.reset();
                long begin = System.nanoTime();

                assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");

                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                System.out.println("done " + took.toMillis() + " ms after it met an autovacuum");
                assertThat(took).isLessThan(Duration.ofSeconds(5));
                clients.felt("clients of a table that is vacuumed", FELT);
            }
        }
    }

    @Test
    void oneThatPreventsWraparoundIsWaitedForWithoutQueueing() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            TestDatabase database = new TestDatabase(server.createDatabase());
            Project project = project(database, "autovacuum_freeze_max_age = 100000, autovacuum_freeze_min_age = 0");
            database.execute(
                    "INSERT INTO t SELECT g, 0 FROM generate_series(2000, 100000) g",
                    "CREATE PROCEDURE age() LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..110000 LOOP"
                            + " PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$",
                    "CALL age()");
            vacuumed(database);
            try (Clients clients = Clients.on(database, "t")) {
                clients.reset();

                Problem problem = Project.problem(() -> project.limbeck(database)
                        .withLockBudget(Duration.ofSeconds(5))
                        .upgrade("head"));

                assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_NOT_HAD);
                assertThat(problem.evidence())
                        .anyMatch(line -> line.startsWith("public.t is held by process ")
                                && line.contains("autovacuum: VACUUM ")
                                && line.endsWith(" public.t (to prevent wraparound)"));
                clients.felt("clients of a table that is vacuumed to prevent wraparound", FELT);
            }
        }
    }

    private Project project(TestDatabase database, String due) {
        Project project = new Project(folder)
                .sql(
                        "a1",
                        "CREATE TABLE t (id int PRIMARY KEY, n int) WITH (" + due
                                + ", autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1);",
                        "")
                .sql("b2", "ALTER TABLE t ADD COLUMN late int;", "");
        project.limbeck(database).upgrade("a1");
        database.execute("ALTER SYSTEM SET autovacuum_naptime = '1s'", "SELECT pg_reload_conf()");
        return project;
    }

    private static void vacuumed(TestDatabase database) throws Exception {
        Until.holds(
                "it is vacuumed",
                () -> database.value("SELECT count(*) FROM pg_stat_progress_vacuum WHERE relid = 't'::regclass")
                        .equals("1"));
    }
}
