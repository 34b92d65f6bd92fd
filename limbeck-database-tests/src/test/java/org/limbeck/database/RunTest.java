package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.RunResult;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Runs of revisions: what is committed when, what is recorded, and what a failure says and leaves. */
class RunTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void appliesJavaAndSqlAndUndoesThem() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int);", "DROP TABLE a;")
                .java("b2", "op.createTable(\"b\", column(\"id\", integer()));", "op.dropTable(\"b\");");

        RunResult up = project.limbeck(database).upgrade("head");
        assertThat(up.before()).isEmpty();
        assertThat(up.after()).containsExactly("b2");
        assertThat(up.atHeads()).isTrue();
        assertThat(up.steps()).extracting(RunResult.Done::revision).containsExactly("a1", "b2");
        assertThat(database.catalog()).anyMatch(line -> line.startsWith("relation public.b "));

        RunResult again = project.limbeck(database).upgrade("head");
        assertThat(again.steps()).isEmpty();

        RunResult down = project.limbeck(database).downgrade("base");
        assertThat(down.after()).isEmpty();
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
        assertThat(database.rows("SELECT version_num FROM limbeck_version")).isEmpty();
    }

    @Test
    void recordsWhatWasDone() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int); INSERT INTO a VALUES (1) RETURNING id;", "DROP TABLE a;");
        project.limbeck(database).upgrade("head");
        project.limbeck(database).downgrade("base");

        assertThat(database.rows("SELECT revision, direction, message, operations, operations_done, applied_by,"
                        + " length(checksum) > 20, started_at <= finished_at FROM limbeck_history ORDER BY id"))
                .containsExactly(
                        "a1 | upgrade | change a1 | CREATE TABLE a (id int);\nINSERT INTO a VALUES (1) RETURNING id; | 2 | "
                                + System.getProperty("user.name") + " | t | t",
                        "a1 | downgrade | change a1 | DROP TABLE a; | 1 | " + System.getProperty("user.name")
                                + " | t | t");
    }

    @Test
    void aFailureUndoesItsRevisionAndTellsAll() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int);", "DROP TABLE a;")
                .sql("b2", "CREATE TABLE b (id int);\n\nALTER TABLE a\n    ADD COLUMN at timestampz;\nSELECT 1;", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.sentence()).isEqualTo("statement 2 of 3 of b2 change b2 failed");
        assertThat(problem.place()).isEqualTo(project.place("b2.sql", 8));
        assertThat(problem.evidence())
                .containsExactly(
                        "ALTER TABLE a",
                        "    ADD COLUMN at timestampz",
                        "                  ^",
                        "type \"timestampz\" does not exist (42704)");
        assertThat(problem.databaseState()).isEqualTo("The transaction was rolled back: shop@test is still at a1.");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("a1");
        assertThat(database.value("SELECT to_regclass('b')")).isEqualTo("null");
    }

    @Test
    void aFailureInJavaNamesTheLineOfTheOperation() {
        Project project = new Project(folder)
                .java(
                        "a1",
                        "op.createTable(\"a\", column(\"id\", integer()));\n\n        op.execute(\"SELECT 1;\\n  SELECT nö\");",
                        "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.sentence()).isEqualTo("statement 3 of 3 of a1 change a1 failed");
        assertThat(problem.place()).isEqualTo(project.place("Ma1.java", 18));
        assertThat(problem.evidence()).containsExactly("SELECT nö", "       ^", "column \"nö\" does not exist (42703)");
        assertThat(problem.databaseState())
                .isEqualTo("The transaction was rolled back: shop@test is still at base, nothing is applied.");
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
    }

    @Test
    void eachFailingStatementOfManyIsNamed() {
        for (int failing = 1; failing <= 4; failing++) {
            StringBuilder statements = new StringBuilder();
            for (int number = 1; number <= 4; number++) {
                statements.append(number == failing ? "DROP TABLE missing;\n" : "CREATE TABLE t" + number + " ();\n");
            }
            Project project = new Project(folder.resolve("p" + failing)).sql("a1", statements.toString(), "");

            Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

            assertThat(problem.sentence()).isEqualTo("statement " + failing + " of 4 of a1 change a1 failed");
            assertThat(problem.place()).isEqualTo(project.place("a1.sql", 5 + failing));
            assertThat(problem.evidence())
                    .containsExactly("DROP TABLE missing", "table \"missing\" does not exist (42P01)");
        }
    }

    @Test
    void whatIsThereAlreadyCountsAsAppliedOnlyWhereNothingElseIs() {
        Project project = new Project(folder).sql("a1", "CREATE TYPE mood AS ENUM ('calm');", "DROP TYPE mood;");
        database.execute("CREATE TYPE mood AS ENUM ('calm')");
        Problem built = Project.problem(() -> project.limbeck(database).upgrade("head"));
        database.execute("DROP TYPE mood");
        project.limbeck(database).upgrade("head");
        project.sql("b2", "CREATE TYPE mood AS ENUM ('calm');", "");
        Problem again = Project.problem(() -> project.limbeck(database).upgrade("head"));
        project.forgetNewest().sql("b2", "CREATE ROLE postgres;", "");
        Problem role = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(built.hints())
                .containsExactly(new Hint(
                        "if the database was built by other means, and all that this revision makes is there, mark it as"
                                + " applied",
                        "limbeck stamp a1"));
        assertThat(again.hints())
                .containsExactly(new Hint(
                        "an earlier revision made it, or somebody did by hand; to see what was made by hand",
                        "limbeck drift"));
        assertThat(role.evidence()).anyMatch(line -> line.contains("42710"));
        assertThat(role.hints())
                .containsExactly(new Hint(
                        "roles belong to the whole server: revisions of another database may have made it", ""));
    }

    @Test
    void oneTransactionForTheRunUndoesAllRevisions() {
        Project project =
                new Project(folder).sql("a1", "CREATE TABLE a (id int);", "").sql("b2", "SELECT 1/0;", "");

        Problem problem = Project.problem(
                () -> project.limbeck(database, "transaction", "run").upgrade("head"));

        assertThat(problem.databaseState())
                .isEqualTo("The transaction was rolled back: shop@test is still at base, nothing is applied.");
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
        assertThat(database.rows("SELECT FROM limbeck_history")).isEmpty();
    }

    @Test
    void oneTransactionForTheRunAppliesAllRevisions() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int); SET LOCAL search_path = nowhere;", "DROP TABLE a;")
                .sql("b2", "CREATE TABLE b (id int);", "DROP TABLE b;");

        project.limbeck(database, "transaction", "run").upgrade("head");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("b2");
        assertThat(database.value("SELECT count(DISTINCT xmin::text) FROM limbeck_history"))
                .isEqualTo("1");
        project.limbeck(database, "transaction", "run").downgrade("base");
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
    }

    @Test
    void oneTransactionForTheRunRefusesWhatCannotBePartOfIt() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int);", "")
                .sql("b2", "CREATE INDEX CONCURRENTLY i ON a (id);", "");

        Problem problem = Project.problem(
                () -> project.limbeck(database, "transaction", "run").upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_OPERATION);
        assertThat(problem.place()).isEqualTo(project.place("b2.sql", 6));
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
    }

    @Test
    void anErrorAtTheCommitIsTheRevisionsOwn() {
        Project project = new Project(folder)
                .sql(
                        "a1",
                        "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);",
                        "")
                .sql("b2", "INSERT INTO c VALUES (7);", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.sentence()).isEqualTo("the commit of b2 change b2 failed");
        assertThat(problem.evidence().get(0)).contains("violates foreign key constraint \"c_p_fkey\"");
        assertThat(problem.databaseState()).isEqualTo("The transaction was rolled back: shop@test is still at a1.");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("a1");
        assertThat(database.rows("SELECT FROM c")).isEmpty();
    }

    @Test
    void aRevisionMayBeEmpty() {
        Project project = new Project(folder).sql("a1", "", "").java("b2", "", "");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(project.limbeck(database).downgrade("base").after()).isEmpty();
    }

    @Test
    void aVersionRowThatSomebodyElseChangesMeanwhileUndoesTheRevision() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int);", "")
                .java(
                        "b2",
                        "op.execute(\"CREATE TABLE b ()\"); op.run(\"move the row\", c -> { try (Statement s ="
                                + " c.createStatement()) { s.execute(\"UPDATE limbeck_version SET version_num = 'zz'\"); } });",
                        "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_TABLE_CHANGED);
        assertThat(problem.databaseState()).contains("still at a1");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("a1");
        assertThat(database.value("SELECT to_regclass('b')")).isEqualTo("null");
    }

    @Test
    void aDatabaseAtARevisionWithoutAFileIsNotTouched() {
        Project project =
                new Project(folder).sql("a1", "CREATE TABLE a ();", "").sql("b2", "CREATE TABLE b ();", "");
        project.limbeck(database).upgrade("head");
        project.forgetNewest().sql("c3", "CREATE TABLE c ();", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.REVISION_FILE_MISSING);
        assertThat(Project.text(problem)).contains("b2");
        assertThat(database.value("SELECT to_regclass('c')")).isEqualTo("null");
        assertThat(project.limbeck(database).current().unknown()).containsExactly("b2");
    }
}
