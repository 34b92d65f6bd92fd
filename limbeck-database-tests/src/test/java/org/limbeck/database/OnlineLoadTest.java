package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Project project = new Project(folder)
                .sql("index", "CREATE INDEX t_a ON t (a);", "")
                .sql("unique", "ALTER TABLE t ADD CONSTRAINT t_unique UNIQUE (a, id);", "")
                .sql("check", "ALTER TABLE t ADD CONSTRAINT t_positive CHECK (a > 0);", "")
                .sql("notnull", "ALTER TABLE t ALTER COLUMN a SET NOT NULL;", "")
                .sql(
                        "reference",
                        "ALTER TABLE t ADD CONSTRAINT t_owner FOREIGN KEY (owner) REFERENCES owners (id);",
                        "")
                .sql("line", "ALTER TABLE t ADD COLUMN line bigserial;", "")
                .sql("key", "ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id);", "")
                .sql(
                        "column",
                        "ALTER TABLE t ADD COLUMN state int DEFAULT 1 NOT NULL CONSTRAINT t_state CHECK (state > 0);",
                        "")
                .sql("token", "ALTER TABLE t ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;", "")
                .sql(
                        "number",
                        "ALTER TABLE t ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT t_number UNIQUE;",
                        "")
                .sql("type", "ALTER TABLE t ALTER COLUMN note TYPE varchar(200);", "");
        holdsUpNobody(
                18,
                project,
                "CREATE TABLE t (id int NOT NULL, n int, a int, owner int,"
                        + " note varchar(100) CONSTRAINT t_noted CHECK (note <> ''))");
    }

    /** Before PostgreSQL 18 the partitions get their foreign keys one after the other. */
    @Test
    void nobodyIsHeldUpByConstraintsOfAPartitionedTable() throws Exception {
        Project project = new Project(folder)
                .sql("unique", "ALTER TABLE t ADD CONSTRAINT t_unique UNIQUE (a, id);", "")
                .sql(
                        "reference",
                        "ALTER TABLE t ADD CONSTRAINT t_owner FOREIGN KEY (owner) REFERENCES owners (id);",
                        "")
                .sql("key", "ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id);", "");
        holdsUpNobody(
                14,
                project,
                "CREATE TABLE t (id int, n int, a int, owner int, note text) PARTITION BY HASH (id)",
                "CREATE TABLE t1 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0)",
                "CREATE TABLE t2 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1)");
    }

    @Test
    void nobodyIsHeldUpByATableThatBecomesAPartition() throws Exception {
        Project project = new Project(folder)
                .sql("key", "ALTER TABLE t ALTER COLUMN a SET NOT NULL;", "")
                .sql("attach", "ALTER TABLE whole ATTACH PARTITION t FOR VALUES FROM (MINVALUE) TO (1000000000);", "");
        holdsUpNobody(
                14,
                project,
                "CREATE TABLE t (id int, n int, a int, owner int, note text)",
                "CREATE TABLE whole (LIKE t) PARTITION BY RANGE (id)");
    }

    @Test
    void nobodyIsHeldUpByAColumnThatGivesWayToAnother() throws Exception {
        Project project = new Project(folder)
                .sql("key", "ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id);", "")
                .sql("type", "-- limbeck:expand\nALTER TABLE t ALTER COLUMN a TYPE bigint;", "")
                .sql("number", "-- limbeck:expand\nALTER TABLE t ALTER id TYPE bigint;", "");
        holdsUpNobody(
                15,
                project,
                "CREATE TABLE t (id int NOT NULL, n int, a int NOT NULL DEFAULT 7 CONSTRAINT t_positive CHECK (a >= n - n),"
                        + " owner int, note text, UNIQUE (a, id))",
                "CREATE INDEX t_a ON t (a)");
    }

    private static void holdsUpNobody(int major, Project project, String... tables) throws Exception {
        long rows = Math.max(20_000, Load.MEGABYTES * 1_000_000L / BYTES_OF_A_ROW);
        TestDatabase database = TestDatabase.on(major);
        fill(database, rows, tables);
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
            project.limbeck(database, listener).upgrade("key");
            project.limbeck(database, listener).upgrade("head");
        }
        System.out.println("the table had "
                + database.value("SELECT pg_size_pretty(sum(pg_relation_size(oid))) FROM pg_class"
                        + " WHERE relkind = 'r' AND relname LIKE 't%' AND relnamespace = 'public'::regnamespace")
                + " and all its indexes "
                + database.value("SELECT pg_size_pretty(sum(pg_relation_size(indexrelid))) FROM pg_index"
                        + " WHERE indrelid::regclass::text LIKE 't%'"));

        TestDatabase literal = TestDatabase.on(major);
        fill(literal, 1, tables);
        project.limbeck(literal).literally().upgrade("head");
        assertThat(visible(database.catalogWithout("beside", "limbeck_")))
                .isEqualTo(visible(literal.catalogWithout("limbeck_")));
    }

    /** Keys of partitions have other names, and whether children would inherit a constraint is nothing to them. */
    private static List<String> visible(List<String> catalog) {
        return catalog.stream()
                .map(line -> line.replaceFirst("^(constraint .* on t\\d .*) inherited [tf]$", "$1"))
                .map(line -> line.replaceFirst("\\b(t_unique_t(\\d)|t(\\d)_a_id_key)\\b", "unique of t$2$3"))
                .map(line -> line.replaceFirst("\\b(t_key_t(\\d)|t(\\d)_pkey)\\b", "key of t$2$3"))
                .sorted()
                .toList();
    }

    private static void fill(TestDatabase database, long rows, String... tables) {
        database.execute(tables);
        database.execute(
                "CREATE TABLE owners (id int PRIMARY KEY)",
                "INSERT INTO owners SELECT generate_series(0, 99)",
                "INSERT INTO t SELECT g, 0, g, g % 100, repeat(md5(g::text), 3) FROM generate_series(1, " + rows
                        + ") g",
                "CREATE INDEX t_id ON t (id)",
                "ANALYZE t, owners");
    }
}
