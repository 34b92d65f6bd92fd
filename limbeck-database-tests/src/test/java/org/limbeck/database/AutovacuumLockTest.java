package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** An autovacuum that takes its time is asked to give way, so that neither reader nor writer feels it. */
class AutovacuumLockTest {

    private static final Duration FELT = Duration.ofMillis(350);

    @TempDir
    private Path folder;

    @Test
    void anAutovacuumGivesWayAndNobodyQueues() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            TestDatabase database = new TestDatabase(server.createDatabase());
            Project project = new Project(folder)
                    .sql(
                            "a1",
                            "CREATE TABLE t (id int PRIMARY KEY, n int) WITH (autovacuum_vacuum_threshold = 1,"
                                    + " autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100,"
                                    + " autovacuum_vacuum_cost_limit = 1);",
                            "")
                    .sql("b2", "ALTER TABLE t ADD COLUMN late int;", "");
            project.limbeck(database).upgrade("a1");
            database.execute("ALTER SYSTEM SET autovacuum_naptime = '1s'", "SELECT pg_reload_conf()");
            try (Clients clients = Clients.on(database, "t")) {
                database.execute(
                        "INSERT INTO t SELECT g, 0 FROM generate_series(2000, 100000) g",
                        "DELETE FROM t WHERE id > 2000");
                Until.holds(
                        "it is vacuumed",
                        () -> database.value(
                                        "SELECT count(*) FROM pg_stat_progress_vacuum" + " WHERE relid = 't'::regclass")
                                .equals("1"));
                clients.longest();
                long begin = System.nanoTime();

                assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");

                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
                assertThat(clients.longest()).isLessThan(FELT);
            }
        }
    }
}
