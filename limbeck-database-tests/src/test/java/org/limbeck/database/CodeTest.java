package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Steps in Java that look at data. */
class CodeTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void theyRunInTheirPlaceInsideTheTransaction() {
        Project project = new Project(folder).java("a1", """
                op.execute("CREATE TABLE a (name text); INSERT INTO a VALUES ('Grace Hopper')");
                op.run("split names", c -> {
                    try (Statement read = c.createStatement(); ResultSet row = read.executeQuery("SELECT name FROM a");
                            PreparedStatement write = c.prepareStatement("INSERT INTO a VALUES (?)")) {
                        while (row.next()) {
                            for (String part : row.getString(1).split(" ")) {
                                write.setString(1, part);
                                write.addBatch();
                            }
                        }
                        write.executeBatch();
                    }
                });
                op.execute("CREATE TABLE b AS SELECT count(*), count(DISTINCT xmin::text) AS xids FROM a");
                """, "");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT * FROM b")).isEqualTo("3 | 1");
        assertThat(database.value("SELECT operations FROM limbeck_history"))
                .contains("-- run split names\nCREATE TABLE b");
    }

    @Test
    void anErrorOfTheirsUndoesTheRevision() {
        Problem problem = problem("throw new IllegalStateException(\"row 7 has no name\");");

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.sentence()).isEqualTo("the step \"look\" of a1 change a1 failed");
        assertThat(problem.evidence()).containsExactly("java.lang.IllegalStateException: row 7 has no name");
        assertThat(problem.databaseState()).startsWith("The transaction was rolled back");
        assertNothingStayed();
    }

    @Test
    void anErrorOfTheJvmUndoesTheRevision() {
        Problem problem = problem("throw new AssertionError(\"no row\");");

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.evidence()).containsExactly("java.lang.AssertionError: no row");
        assertNothingStayed();
    }

    @Test
    void anErrorOfTheServerIsShownAsSuch() {
        Problem problem = problem("try (Statement s = c.createStatement()) { s.execute(\"SELECT 1/0\"); }");

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.evidence()).contains("division by zero (22012)");
        assertNothingStayed();
    }

    @Test
    void anErrorOfTheServerThatTheySwallowIsStillOne() {
        Problem problem = problem(
                "try (Statement s = c.createStatement()) { s.execute(\"SELECT 1/0\"); } catch (SQLException ignored) { }");

        assertThat(problem.code()).isNotEqualTo(ProblemCode.INTERNAL);
        assertThat(problem.databaseState()).startsWith("The transaction was rolled back");
        assertNothingStayed();
    }

    @Test
    void theyMustNotCommit() {
        Problem problem = problem("c.commit();");

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.evidence().get(0)).startsWith("commit is refused here");
        assertNothingStayed();
    }

    @Test
    void theyMustNotRollBack() {
        assertThat(problem("c.rollback();").code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertNothingStayed();
    }

    @Test
    void theyMustNotSwitchToAutocommit() {
        assertThat(problem("c.setAutoCommit(true);").code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertNothingStayed();
    }

    @Test
    void theyMustNotClose() {
        assertThat(problem("c.close();").code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertNothingStayed();
    }

    @Test
    void theyMustNotCommitInSql() {
        Problem problem = problem("try (Statement s = c.createStatement()) { s.execute(\"COMMIT\"); }");

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.databaseState()).doesNotContain("rolled back");
        assertThat(database.rows("SELECT FROM limbeck_version")).isEmpty();
    }

    private Problem problem(String code) {
        Project project = new Project(folder)
                .java(
                        "a1",
                        "op.createTable(\"a\", column(\"id\", integer())); op.run(\"look\", c -> { " + code
                                + " }); op.execute(\"CREATE TABLE b ()\");",
                        "");
        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        if (problem.place() != null) {
            assertThat(problem.place()).isEqualTo(project.place("Ma1.java", 16));
        }
        return problem;
    }

    private void assertNothingStayed() {
        assertThat(database.catalogWithout("limbeck_")).containsExactly("schema public");
        assertThat(database.rows("SELECT FROM limbeck_version")).isEmpty();
        assertThat(database.rows("SELECT FROM limbeck_history")).isEmpty();
    }
}
