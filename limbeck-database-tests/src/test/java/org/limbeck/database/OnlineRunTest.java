package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.plan.AssessedOperation;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.safety.ExpectedError;
import org.limbeck.safety.StatementEffect;

/** Runs in which statements are spelled otherwise: what is sent, what a failure leaves, and how the next run goes on. */
class OnlineRunTest {

    private static final String LARGE = "CREATE TABLE a (id int, name text);"
            + " INSERT INTO a SELECT g, 'n' FROM generate_series(1, 12000) g; ANALYZE a;";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void goesOnBehindWhatWasDone(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        database.execute("UPDATE a SET id = NULL WHERE id = 7", "UPDATE a SET id = -8 WHERE id = 8");
        project.sql("b2", """
                CREATE INDEX i ON a (name);
                ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);
                ALTER TABLE a ALTER COLUMN id SET NOT NULL;
                ALTER TABLE a ADD COLUMN b int;
                """, "");

        Problem first = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("UPDATE a SET id = 8 WHERE id = -8");
        Problem second = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("UPDATE a SET id = 7 WHERE id IS NULL");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(first)).contains("VALIDATE CONSTRAINT positive");
        assertThat(Project.text(second)).contains("VALIDATE CONSTRAINT a_id");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("b2");
        assertThat(database.value(
                        "SELECT attnotnull FROM pg_attribute WHERE attrelid = 'a'::regclass AND attname = 'id'"))
                .isEqualTo("t");
        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 'a'::regclass"
                        + " AND (NOT convalidated OR conname LIKE '%limbeck%')"))
                .isEmpty();
        assertThat(database.value("SELECT count(*) FROM pg_index WHERE indrelid = 'a'::regclass AND indisvalid"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void goesOnBehindTheLastPartitionAndTheLastPartOfAKey(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", """
                CREATE TABLE e (day int NOT NULL, id int) PARTITION BY RANGE (day);
                CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
                CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);
                INSERT INTO e SELECT g % 20, g FROM generate_series(1, 20000) g;
                CREATE TABLE k (id int, other int);
                INSERT INTO k SELECT g, g FROM generate_series(1, 12000) g;
                ANALYZE;
                """, "DROP TABLE e; DROP TABLE k;");
        project.limbeck(database).upgrade("head");
        database.execute(
                "INSERT INTO e SELECT * FROM e2 LIMIT 1",
                "INSERT INTO k VALUES (7, 7)",
                "INSERT INTO k VALUES (0, NULL)");
        project.sql("b2", """
                CREATE UNIQUE INDEX e_id ON e (day, id);
                ALTER TABLE k ADD CONSTRAINT k_key PRIMARY KEY (id, other);
                """, "");

        Problem duplicateInAPartition =
                Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("CREATE TABLE e3 PARTITION OF e FOR VALUES FROM (20) TO (30)");
        database.execute(
                "DELETE FROM e2 WHERE ctid IN (SELECT max(ctid) FROM e2 GROUP BY day, id HAVING count(*) > 1)");
        Problem nothing = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("DELETE FROM k WHERE other IS NULL");
        Problem duplicateInAKey =
                Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute(
                "DELETE FROM k WHERE ctid IN (SELECT max(ctid) FROM k GROUP BY id, other HAVING count(*) > 1)");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(duplicateInAPartition)).contains("ON public.e2 (day, id)");
        assertThat(Project.text(nothing)).contains("VALIDATE CONSTRAINT k_other");
        assertThat(Project.text(duplicateInAKey)).contains("INDEX CONCURRENTLY k_key");
        assertThat(
                        database.rows(
                                "SELECT indrelid::regclass, indisvalid FROM pg_index"
                                        + " WHERE indrelid::regclass::text IN ('e', 'e1', 'e2', 'e3', 'k') ORDER BY indrelid::regclass::text"))
                .containsExactly("e | t", "e1 | t", "e2 | t", "e3 | t", "k | t");
        assertThat(database.rows("SELECT conname, contype FROM pg_constraint WHERE conrelid = 'k'::regclass"
                        + " AND contype <> 'n'"))
                .containsExactly("k_key | p");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void goesOnBehindTheLastPartitionOfAConstraint(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", """
                CREATE TABLE p (id int PRIMARY KEY);
                INSERT INTO p SELECT generate_series(1, 20000);
                CREATE TABLE e (day int, id int) PARTITION BY RANGE (day);
                CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10);
                CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20);
                INSERT INTO e SELECT g % 20, g FROM generate_series(1, 20000) g;
                ANALYZE;
                """, "DROP TABLE e; DROP TABLE p;");
        project.limbeck(database).upgrade("head");
        database.execute("INSERT INTO e SELECT * FROM e2 LIMIT 1", "UPDATE e2 SET id = -7 WHERE id = 31");
        project.sql(
                "b2",
                """
                ALTER TABLE e ADD CONSTRAINT e_p FOREIGN KEY (id) REFERENCES p;
                ALTER TABLE e ADD CONSTRAINT e_key PRIMARY KEY (day, id);
                ALTER TABLE e ADD CONSTRAINT e_early CHECK (day < 19);
                """,
                "ALTER TABLE e DROP CONSTRAINT e_early; ALTER TABLE e DROP CONSTRAINT e_key; ALTER TABLE e DROP CONSTRAINT e_p;");

        Problem stray = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute(
                "UPDATE e2 SET id = 31 WHERE id = -7", "CREATE TABLE e3 PARTITION OF e FOR VALUES FROM (20) TO (30)");
        Problem duplicate = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute(
                "DELETE FROM e2 WHERE ctid IN (SELECT max(ctid) FROM e2 GROUP BY day, id HAVING count(*) > 1)");
        Problem late = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("DELETE FROM e WHERE day = 19", "CREATE TABLE e4 PARTITION OF e FOR VALUES FROM (30) TO (40)");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(late)).contains("VALIDATE CONSTRAINT e_early");
        assertThat(Project.text(stray))
                .contains(major < 18 ? "ALTER TABLE public.e2 VALIDATE" : "ALTER TABLE e VALIDATE");
        assertThat(Project.text(duplicate)).contains("ON public.e2 (day, id)");
        assertThat(database.rows("SELECT conrelid::regclass, contype, convalidated, coninhcount FROM pg_constraint"
                        + " WHERE conrelid::regclass::text LIKE 'e%' AND contype IN ('f', 'p') ORDER BY 1, 2"))
                .containsExactly(
                        "e | f | t | 0",
                        "e | p | t | 0",
                        "e1 | f | t | 1",
                        "e1 | p | t | 1",
                        "e2 | f | t | 1",
                        "e2 | p | t | 1",
                        "e3 | f | t | 1",
                        "e3 | p | t | 1",
                        "e4 | f | t | 1",
                        "e4 | p | t | 1");
        project.limbeck(database).downgrade("-1");
        assertThat(database.value("SELECT count(*) FROM pg_constraint WHERE conrelid IN ('e'::regclass,"
                        + " 'e1'::regclass, 'e2'::regclass, 'e3'::regclass, 'e4'::regclass) AND contype IN ('f', 'p')"))
                .isEqualTo("0");
    }

    @Test
    void goesOnBehindAPartitionThatHasPartitions() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", """
                CREATE TABLE e (day int NOT NULL, id int) PARTITION BY RANGE (day);
                CREATE TABLE e1 PARTITION OF e FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (day);
                CREATE TABLE e1a PARTITION OF e1 FOR VALUES FROM (0) TO (10);
                CREATE TABLE e2 PARTITION OF e FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (day);
                CREATE TABLE e2a PARTITION OF e2 FOR VALUES FROM (10) TO (20);
                INSERT INTO e SELECT g % 20, g FROM generate_series(1, 20000) g;
                ANALYZE;
                """, "DROP TABLE e;");
        project.limbeck(database).upgrade("head");
        database.execute("INSERT INTO e SELECT * FROM e2 LIMIT 1");
        project.sql("b2", "CREATE UNIQUE INDEX e_id ON e (day, id);", "");

        Problem duplicate = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute(
                "DELETE FROM e2 WHERE ctid IN (SELECT max(ctid) FROM e2 GROUP BY day, id HAVING count(*) > 1)");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(duplicate)).contains("ON public.e2a (day, id)");
        assertThat(database.value("SELECT bool_and(indisvalid) FROM pg_index WHERE indisunique"
                        + " AND indrelid IN (SELECT relid FROM pg_partition_tree('e'))"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void fillsAColumnAndGoesOnBehindThat(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", """
                CREATE SEQUENCE counted;
                CREATE TABLE numbers (id int PRIMARY KEY);
                INSERT INTO numbers SELECT generate_series(1, 12000);
                ANALYZE;
                """, "DROP TABLE numbers; DROP SEQUENCE counted;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", """
                ALTER TABLE numbers ADD COLUMN token uuid DEFAULT gen_random_uuid();
                ALTER TABLE numbers ADD COLUMN n bigint NOT NULL DEFAULT nextval('counted') CONSTRAINT few CHECK (n < 12000);
                """, "ALTER TABLE numbers DROP COLUMN n; ALTER TABLE numbers DROP COLUMN token;");

        assertThat(project.limbeck(database).planUpgrade("head").steps().stream()
                        .flatMap(step -> step.operations().stream())
                        .flatMap(operation -> operation.effects().stream())
                        .filter(effect -> String.join(" ", effect.reasons()).contains("in batches")))
                .extracting(StatementEffect::sql)
                .containsExactly(
                        "UPDATE numbers SET token = gen_random_uuid() WHERE token IS NULL",
                        "UPDATE numbers SET n = nextval('counted') WHERE n IS NULL");
        Problem many = Project.problem(() -> project.limbeck(database).upgrade("head"));
        String token = database.value("SELECT token FROM numbers WHERE id = 1");
        database.execute(
                "UPDATE numbers SET n = 0 WHERE n = 12000",
                "CREATE TRIGGER t BEFORE UPDATE ON numbers FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()");
        project.limbeck(database).upgrade("head");
        database.execute("INSERT INTO numbers (id, n) VALUES (0, 0)");

        assertThat(Project.text(many)).contains("VALIDATE CONSTRAINT few");
        assertThat(database.value("SELECT count(DISTINCT token) FROM numbers")).isEqualTo("12001");
        assertThat(database.value("SELECT token FROM numbers WHERE id = 1")).isEqualTo(token);
        assertThat(database.value("SELECT count(DISTINCT n) FROM numbers")).isEqualTo("12000");
        assertThat(database.rows("SELECT attname, attnotnull FROM pg_attribute"
                        + " WHERE attrelid = 'numbers'::regclass AND attnum > 1 ORDER BY attname"))
                .containsExactly("n | t", "token | f");
        project.limbeck(database).downgrade("-1");
        assertThat(database.value("SELECT count(*) FROM pg_attribute"
                        + " WHERE attrelid = 'numbers'::regclass AND attnum > 0 AND NOT attisdropped"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void goesOnWhenAllRowsFitIntoAPartition(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", """
                CREATE TABLE visits (day int, n int) PARTITION BY RANGE (day);
                CREATE TABLE older (day int, n int);
                INSERT INTO older SELECT g % 11, g FROM generate_series(1, 12000) g;
                ANALYZE;
                """, "DROP TABLE visits; DROP TABLE older;");
        project.limbeck(database).upgrade("head");
        project.sql(
                "b2",
                "ALTER TABLE visits ATTACH PARTITION older FOR VALUES FROM (0) TO (10);",
                "ALTER TABLE visits DETACH PARTITION older;");

        Problem stray = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("DELETE FROM older WHERE day = 10");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(stray))
                .contains("VALIDATE CONSTRAINT older_limbeck_partition", "is violated by some row");
        assertThat(database.rows("SELECT tableoid::regclass, count(*) FROM visits GROUP BY 1"))
                .containsExactly("older | 10909");
        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 'older'::regclass"))
                .isEmpty();
        project.limbeck(database).downgrade("-1");
        assertThat(database.rows("SELECT * FROM visits")).isEmpty();
        project.limbeck(database).upgrade("head");
        assertThat(database.value("SELECT count(*) FROM visits")).isEqualTo("10909");
    }

    @Test
    void aTimeoutOfTheDatabaseDoesNotEndWorkBesideOthers() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 500',"
                + " current_database()); END $$");
        project.sql(
                "b2",
                "ALTER TABLE a ADD CONSTRAINT slow CHECK (pg_sleep(CASE WHEN id < 3 THEN 0.6 ELSE 0 END) IS NOT NULL);",
                "");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT convalidated FROM pg_constraint WHERE conname = 'slow'"))
                .isEqualTo("t");
    }

    @Test
    void aColumnThatTheRunMakesNotNullIsNotMadeSoTwice() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", """
                ALTER TABLE a ALTER COLUMN id SET NOT NULL;
                ALTER TABLE a ADD CONSTRAINT a_key PRIMARY KEY (id);
                """, "");

        project.limbeck(database).upgrade("head");

        assertThat(database.rows("SELECT conname FROM pg_constraint WHERE conrelid = 'a'::regclass ORDER BY 1"))
                .containsExactly("a_id_not_null", "a_key");
    }

    @Test
    void aColumnThatIsMadeNotNullAsWrittenIsNotMadeSoTwice() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        database.execute("INSERT INTO a VALUES (7, 'twice')");
        project.sql("b2", """
                -- limbeck:accept B1 tried
                ALTER TABLE ONLY a ALTER COLUMN id SET NOT NULL;
                ALTER TABLE a ADD CONSTRAINT a_key PRIMARY KEY (id);
                """, "");

        Problem duplicate = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("DELETE FROM a WHERE name = 'twice'");
        project.limbeck(database).upgrade("head");

        assertThat(Project.text(duplicate)).contains("INDEX CONCURRENTLY a_key");
        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'b2'"))
                .doesNotContain("a_id_not_null");
    }

    @Test
    void whatWasSpelledOtherwiseDoesNotGoOnAsItIsWritten() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        database.execute("UPDATE a SET id = NULL WHERE id = 7");
        project.sql("b2", "CREATE INDEX i ON a (name); ALTER TABLE a ALTER COLUMN id SET NOT NULL;", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));

        Problem literal = Project.problem(() ->
                project.limbeck(database).literally().accepting("nobody writes").upgrade("head"));
        Problem one = Project.problem(() -> project.limbeck(database, "transaction", "run")
                .accepting("nobody writes")
                .upgrade("head"));
        database.execute("UPDATE a SET id = 7 WHERE id IS NULL");

        assertThat(literal.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(literal.evidence())
                .containsExactly("that run had spelled its statements so that reads and writes go on, and this one"
                        + " would send them as they are written");
        assertThat(literal.hints().get(0))
                .isEqualTo(new Hint(
                        "to go on as it was begun, without --literal and limbeck:literally", "limbeck upgrade b2"));
        assertThat(one.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(one.evidence())
                .containsExactly("what is committed can't be part of one transaction for the whole run");
        assertThat(one.hints().get(0).command()).isEqualTo("limbeck upgrade b2 --transaction revision");
        assertThat(project.limbeck(database).upgrade("b2").after()).containsExactly("b2");
    }

    @Test
    void whatIsLeftCanBeDoneAsItIsWrittenUnlessSomethingWasSentForIt() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CREATE TABLE before (); CREATE UNIQUE INDEX i ON a (name);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("UPDATE a SET name = id");

        // As if the connection had broken while it was built.
        database.execute("UPDATE limbeck_history SET found_before = 'none',"
                + " in_flight = 'CREATE UNIQUE INDEX CONCURRENTLY i ON a (name)' WHERE revision = 'b2'");
        Problem sent = Project.problem(() ->
                project.limbeck(database).literally().accepting("nobody writes").upgrade("head"));
        database.execute("UPDATE limbeck_history SET found_before = NULL, in_flight = NULL WHERE revision = 'b2'");

        assertThat(sent.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(sent.hints().get(0).purpose()).contains("without --literal");
        assertThat(project.limbeck(database)
                        .literally()
                        .accepting("nobody writes")
                        .upgrade("head")
                        .after())
                .containsExactly("b2");
        assertThat(database.rows("SELECT FROM limbeck_history WHERE finished_at IS NULL"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void clustersAPartitionedTableOutsideATransaction(int major) {
        TestDatabase database = TestDatabase.on(major);
        Project project = new Project(folder).sql("a1", """
                CREATE TABLE few (id int, n int) PARTITION BY RANGE (id);
                CREATE TABLE few_all PARTITION OF few DEFAULT;
                INSERT INTO few VALUES (2, 2), (1, 1);
                CREATE INDEX few_n ON few (n);
                CREATE TABLE one (id int PRIMARY KEY);
                """, "DROP TABLE few; DROP TABLE one;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CREATE TABLE before (); CLUSTER few USING few_n; CLUSTER one USING one_pkey;", "");

        AssessedPlan plan = project.limbeck(database).planUpgrade("head");
        project.limbeck(database).upgrade("head");

        assertThat(plan.rewritings()).isEmpty();
        assertThat(plan.steps().get(0).operations())
                .flatExtracting(AssessedOperation::effects)
                .extracting(StatementEffect::inTransaction)
                .containsExactly(true, false, true);
        assertThat(database.rows("SELECT ctid, id FROM few_all ORDER BY 1")).containsExactly("(0,1) | 1", "(0,2) | 2");
        assertThat(database.value("SELECT operations_done FROM limbeck_history WHERE revision = 'b2'"))
                .isEqualTo("3");
    }

    @Test
    void saysThatAnOlderServerClustersNoPartitionedTable() {
        TestDatabase database = TestDatabase.on(14);
        Project project = new Project(folder)
                .sql(
                        "a1",
                        "CREATE TABLE few (id int) PARTITION BY RANGE (id); CREATE INDEX few_id ON few (id);",
                        "DROP TABLE few;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CLUSTER few USING few_id;", "");

        AssessedPlan plan = project.limbeck(database).planUpgrade("head");
        Problem refused = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(plan.steps().get(0).operations().get(0).effects().get(0).error())
                .isEqualTo(new ExpectedError("0A000", "a partitioned table can be clustered since PostgreSQL 15"));
        assertThat(refused.evidence()).anyMatch(line -> line.contains("0A000"));
    }

    @Test
    void oneTransactionForAllStaysOne() {
        TestDatabase database = TestDatabase.onNewest();
        Project project = new Project(folder).sql("a1", LARGE, "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CREATE INDEX i ON a (name);", "DROP INDEX i;");

        project.limbeck(database, "transaction", "run")
                .accepting("nobody writes")
                .upgrade("head");

        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'b2'"))
                .isEqualTo("CREATE INDEX i ON a (name);");
    }
}
