package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Step;

/** What would block, done on a large table while an application works on it: nobody is held up, and the schema is the same. */
class OnlineLoadTest {

    private static final Duration FELT = Duration.ofMillis(250);
    private static final int BYTES_OF_A_ROW = 150;

    @TempDir
    private Path folder;

    @Test
    void nobodyIsHeldUpByWhatWouldBlock() throws Exception {
        long rows = Math.max(20_000, Load.MEGABYTES * 1_000_000L / BYTES_OF_A_ROW);
        TestDatabase database = TestDatabase.onNewest();
        fill(database, rows);
        try (Clients clients = Clients.onRows(database, "t")) {
            RunListener listener = new RunListener() {
                @Override
                public void started(Step step, int number, int total) {
                    clients.reset();
                }

                @Override
                public void finished(Step step, int number, int total, Duration duration) {
                    clients.felt(step.message() + ", " + duration.toMillis() + " ms", FELT);
                }
            };
            project().limbeck(database, listener).upgrade("head");
        }
        System.out.println("the table had "
                + database.value("SELECT pg_size_pretty(pg_relation_size('t'))")
                + " and all its indexes "
                + database.value("SELECT pg_size_pretty(pg_indexes_size('t'))"));

        TestDatabase literal = TestDatabase.onNewest();
        fill(literal, 1);
        project().limbeck(literal).literally().upgrade("head");
        assertThat(database.catalogWithout("beside", "limbeck_")).isEqualTo(literal.catalogWithout("limbeck_"));
    }

    private Project project() {
        return new Project(folder)
                .sql("index", "CREATE INDEX t_a ON t (a);", "")
                .sql("unique", "ALTER TABLE t ADD CONSTRAINT t_unique UNIQUE (a, id);", "")
                .sql("check", "ALTER TABLE t ADD CONSTRAINT t_positive CHECK (a > 0);", "")
                .sql("notnull", "ALTER TABLE t ALTER COLUMN a SET NOT NULL;", "")
                .sql(
                        "reference",
                        "ALTER TABLE t ADD CONSTRAINT t_owner FOREIGN KEY (owner) REFERENCES owners (id);",
                        "")
                .sql("key", "ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id);", "");
    }

    private static void fill(TestDatabase database, long rows) {
        database.execute(
                "CREATE TABLE owners (id int PRIMARY KEY)",
                "INSERT INTO owners SELECT generate_series(0, 99)",
                "CREATE TABLE t (id int NOT NULL, n int, a int, owner int, note text)",
                "INSERT INTO t SELECT g, 0, g, g % 100, repeat(md5(g::text), 3) FROM generate_series(1, " + rows
                        + ") g",
                "CREATE INDEX t_id ON t (id)",
                "ANALYZE t, owners");
    }
}
