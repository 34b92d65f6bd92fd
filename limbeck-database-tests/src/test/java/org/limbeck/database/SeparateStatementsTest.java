package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.plan.AssessedOperation;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.StatementEffect;

/** Revisions with statements that refuse a transaction: what stays after a failure, and how the next run goes on. */
class SeparateStatementsTest {

    private static final String BEFORE = "CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1);";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void aStatementOfItsOwnNeedsNoTransaction() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "DROP TABLE a;")
                .sql("b2", "CREATE INDEX CONCURRENTLY i ON a (id);", "DROP INDEX CONCURRENTLY i;");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
        assertThat(project.limbeck(database).downgrade("base").after()).isEmpty();
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
        assertThat(database.rows("SELECT FROM limbeck_history WHERE finished_at IS NULL"))
                .isEmpty();
    }

    @Test
    void theyStandBetweenOthersInOrder() {
        Project project = new Project(folder).java("a1", """
                        op.createTable("a", column("id", integer()));
                        op.createIndex(index("i").on("a", "id").concurrently());
                        op.execute("VACUUM a; VACUUM a; INSERT INTO a VALUES (1)");
                        op.addColumn("a", column("b", integer()));
                        op.dropIndex(index("i").on("a", "id").concurrently());
                        op.run("insert", c -> { try (Statement s = c.createStatement()) { s.execute("INSERT INTO a VALUES (2)"); } });
                        op.createIndex(index("j").on("a", "b").concurrently());
                        """, "");

        project.limbeck(database).upgrade("head");

        assertThat(database.rows("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'a'::regclass"))
                .containsExactly("j");
        assertThat(database.rows("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
        assertThat(database.value("SELECT finished_at IS NOT NULL FROM limbeck_history"))
                .isEqualTo("t");
    }

    @Test
    void severalMayStandInOneText() {
        Project project = new Project(folder)
                .java(
                        "a1",
                        "op.execute(\"CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY i ON a (id);"
                                + " CREATE INDEX CONCURRENTLY j ON a (id); INSERT INTO a VALUES (1)\");",
                        "op.execute(\"DROP INDEX CONCURRENTLY i; DROP INDEX CONCURRENTLY j; DROP TABLE a\");");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("a1");
        assertThat(database.value("SELECT operations_done FROM limbeck_history"))
                .isEqualTo("4");
        assertThat(project.limbeck(database).downgrade("base").after()).isEmpty();
    }

    @Test
    void aSettingIsRepeatedWhenAnotherRunGoesOn() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql(
                        "b2",
                        "SET statement_timeout = '7min'; CREATE UNIQUE INDEX CONCURRENTLY i ON a (id);"
                                + " CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS timeout;",
                        "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("TRUNCATE a");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT timeout FROM seen")).isEqualTo("7min");
    }

    @Test
    void aSettingHoldsForTheWholeRevision() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql(
                        "b2",
                        "SET statement_timeout = '7min'; CREATE INDEX CONCURRENTLY i ON a (id);"
                                + " CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS timeout;",
                        "");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT timeout FROM seen")).isEqualTo("7min");
    }

    @Test
    void aFailedBuildInJavaIsRepairedByTheNextRun() {
        failedBuildIsRepaired(new Project(folder)
                .sql("a1", BEFORE, "")
                .java(
                        "b2",
                        "op.execute(\"CREATE TABLE before ()\"); op.createIndex(uniqueIndex(\"i\").on(\"a\", \"id\").concurrently());"
                                + " op.execute(\"CREATE TABLE after ()\");",
                        ""));
    }

    @Test
    void aFailedBuildInSqlIsRepairedByTheNextRun() {
        failedBuildIsRepaired(new Project(folder)
                .sql("a1", BEFORE, "")
                .sql(
                        "b2",
                        "CREATE TABLE before (); CREATE UNIQUE INDEX CONCURRENTLY i ON a (id); CREATE TABLE after ();",
                        ""));
    }

    @Test
    void aFailedBuildUnlessThereIsOneIsRepairedByTheNextRun() {
        failedBuildIsRepaired(new Project(folder)
                .sql("a1", BEFORE, "")
                .sql(
                        "b2",
                        "CREATE TABLE before (); CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON a (id);"
                                + " CREATE TABLE after ();",
                        ""));
    }

    private void failedBuildIsRepaired(Project project) {
        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.sentence()).isEqualTo("statement 2 of 3 of b2 change b2 failed");
        assertThat(problem.evidence()).anyMatch(line -> line.contains("could not create unique index \"i\""));
        assertThat(problem.databaseState()).contains("still at a1");
        assertThat(problem.evidence()).containsSubsequence("keys that several rows have, 10 at most:", "  1: 2 rows");
        assertThat(database.value("SELECT to_regclass('i')")).isEqualTo("null");
        assertThat(database.value("SELECT operations_done FROM limbeck_history WHERE finished_at IS NULL"))
                .isEqualTo("1");

        database.execute("DELETE FROM a WHERE ctid = (SELECT min(ctid) FROM a)");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT indisvalid AND indisunique FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
        assertThat(database.value("SELECT to_regclass('after')")).isEqualTo("after");
        assertThat(database.rows("SELECT FROM limbeck_history WHERE finished_at IS NULL"))
                .isEmpty();
    }

    @Test
    void aFailedRevisionCanBeCorrectedBehindWhatWasDone() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));

        project.forgetNewest().sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (id);", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'b2'"))
                .contains("i ON a (id)");
    }

    @Test
    void aFailedRevisionCannotBeChangedInWhatWasDone() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));

        project.forgetNewest().sql("b2", "CREATE TABLE other (); CREATE INDEX CONCURRENTLY i ON a (id);", "");
        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(problem.databaseState()).contains("still at a1");
        assertThat(problem.evidence()).containsExactly("what was done has changed in its file since");
        Problem elsewhere = Project.problem(() -> project.limbeck(database).downgrade("base"));
        assertThat(elsewhere.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(elsewhere.evidence()).containsExactly("another target is asked for");
    }

    @Test
    void aFailedRevisionCanBeCorrectedSoThatTheRestFitsIntoATransaction() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        project.forgetNewest().sql("b2", "CREATE TABLE before (); CREATE INDEX i ON a (id);", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value("SELECT finished_at IS NOT NULL FROM limbeck_history WHERE revision = 'b2'"))
                .isEqualTo("t");
    }

    @Test
    void aFailedRevisionCanBeCorrectedSoThatNothingIsLeft() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        project.forgetNewest().sql("b2", "CREATE TABLE before ();", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(database.value(
                        "SELECT operations FROM limbeck_history WHERE finished_at IS NOT NULL AND revision = 'b2'"))
                .isEqualTo("CREATE TABLE before ();");
    }

    @Test
    void whatMayHaveLeftSomethingIsNotForgotten() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        // As if the connection had broken while it was built.
        database.execute("UPDATE limbeck_history SET found_before = 'none',"
                + " in_flight = 'CREATE INDEX CONCURRENTLY i ON a (missing)' WHERE revision = 'b2'");
        project.forgetNewest().sql("b2", "CREATE TABLE before (); CREATE INDEX i ON a (id);", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNFINISHED_REVISION);
        assertThat(problem.evidence())
                .containsExactly("it had sent this, which may have left something, and nothing is sent by itself in its"
                        + " place now: CREATE INDEX CONCURRENTLY i ON a (missing)");
    }

    @Test
    void aPlanKnowsWhatIsDoneAndThatTheRestIsClearedAway() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE before (); CREATE UNIQUE INDEX CONCURRENTLY i ON a (id);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));
        // As if the connection had broken while it was built.
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON a (id)"))
                .hasMessageContaining("could not create unique index");
        database.execute("UPDATE limbeck_history SET found_before = 'none',"
                + " in_flight = 'CREATE UNIQUE INDEX CONCURRENTLY i ON a (id)' WHERE revision = 'b2'");

        AssessedPlan plan = project.limbeck(database).planUpgrade("head");

        assertThat(plan.goesOn()).isTrue();
        List<AssessedOperation> operations = plan.steps().get(0).operations();
        assertThat(operations).extracting(AssessedOperation::done).containsExactly(true, false);
        assertThat(operations)
                .flatExtracting(AssessedOperation::effects)
                .extracting(StatementEffect::kind)
                .containsExactly(StatementClass.NO_LOCK, StatementClass.ONLINE_WORK);
        assertThat(operations)
                .flatExtracting(AssessedOperation::effects)
                .extracting(StatementEffect::error)
                .containsOnlyNulls();
        database.execute("TRUNCATE a");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
    }

    @Test
    void aDowngradeIsFinishedAsIsHinted() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE TABLE b ();", "DROP TABLE b; DROP INDEX CONCURRENTLY i;")
                .sql("c3", "", "");
        project.limbeck(database).upgrade("b2");
        Project.problem(() -> project.limbeck(database).downgrade("a1"));

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("CREATE INDEX i ON a (id)");

        assertThat(problem.hints().get(0).command()).isEqualTo("limbeck downgrade b2-1");
        assertThat(project.limbeck(database).downgrade("b2-1").after()).containsExactly("a1");
    }

    @Test
    void aFailureThatLeftNothingBehindHindersNothing() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "DROP TABLE a;")
                .sql("b2", "CREATE INDEX CONCURRENTLY i ON a (missing);", "");
        Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(project.limbeck(database).downgrade("base").after()).isEmpty();
    }

    @Test
    void aBuildThatWasDoneBeforeTheConnectionBrokeIsNotDoneAgain() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .java("b2", "op.createIndex(index(\"i\").on(\"a\", \"id\").concurrently());", "")
                .sql("c3", "DROP INDEX CONCURRENTLY i;", "");
        project.limbeck(database).upgrade("head");

        // As if the connection had broken between the statement and the record of it.
        database.execute(
                "UPDATE limbeck_version SET version_num = 'b2'",
                "UPDATE limbeck_history SET finished_at = NULL, operations_done = 0, in_flight = '', found_before = 'unknown'"
                        + " WHERE revision = 'c3'");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");

        database.execute(
                "CREATE INDEX i ON a (id)",
                "UPDATE limbeck_version SET version_num = 'a1'",
                "DELETE FROM limbeck_history WHERE revision = 'c3'",
                "UPDATE limbeck_history SET finished_at = NULL, operations_done = 0, in_flight = '', found_before = 'none'"
                        + " WHERE revision = 'b2'");
        assertThat(project.limbeck(database).upgrade("b2").after()).containsExactly("b2");
    }

    @Test
    void anIndexOfSomebodyElseIsNotTakenForTheOneToBuild() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .java("b2", "op.createIndex(index(\"i\").on(\"a\", \"id\").concurrently());", "");
        project.limbeck(database).upgrade("a1");
        database.execute("CREATE INDEX i ON a ((id + 1))");

        for (int run = 1; run <= 2; run++) {
            Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
            assertThat(problem.evidence()).anyMatch(line -> line.contains("relation \"i\" already exists"));
        }
    }

    @Test
    void whatWasCommittedBeforeIsToldOnlyWhereThereIsAny() {
        Project project = new Project(folder)
                .sql("a1", BEFORE, "")
                .sql("b2", "CREATE UNIQUE INDEX CONCURRENTLY i ON a (id); CREATE TABLE b (id int);", "");

        Problem first = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("TRUNCATE a", "CREATE TABLE b ()");
        Problem second = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(first.databaseState())
                .isEqualTo("None of the revision's operations is done. shop@test is still at a1.");
        assertThat(second.databaseState())
                .isEqualTo(
                        "The open transaction was rolled back. What the revision committed before stays and is recorded;"
                                + " the next run goes on behind it. shop@test is still at a1.");
    }
}
