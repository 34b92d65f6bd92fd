package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Changes in batches: every row once, whatever interrupts it, and nobody else is held up. */
class BatchTest {

    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void everyRowIsChangedOnceHoweverOftenItIsInterrupted() throws Exception {
        Project project = project("op.inBatches(\"t\", \"n = n + 1\", \"n < 5\");");
        int killed = 0;
        for (Kill kill : List.of(Kill.CLIENT_DURING, Kill.CLIENT_AFTER, Kill.TERMINATE_DURING)) {
            for (int place = 14; place < 30; place += 4) {
                try (Trap trap = Trap.set(database.access(), place, kill.on(database, place))) {
                    project.limbeck(trap.database()).upgrade("head");
                } catch (LimbeckException failure) {
                    killed++;
                }
            }
        }

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
        assertThat(killed).isGreaterThan(3);
        assertThat(database.rows("SELECT n, count(*) FROM t GROUP BY n")).containsExactly("1 | " + ROWS);
        assertThat(database.rows("SELECT in_flight, found_before FROM limbeck_history WHERE revision = 'b2'"))
                .containsExactly("null | null");
    }

    @Test
    void rowsGoInTheOrderOfAKeyOfSeveralColumns() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE \"T x\" (\"a b\" text, c timestamptz, n int, PRIMARY KEY (\"a b\", c));", "")
                .java("b2", "op.inBatches(\"T x\", \"n = 1\", \"n IS NULL\");", "");
        project.limbeck(database).upgrade("a1");
        database.execute("INSERT INTO \"T x\" SELECT 'it''s ' || g % 7, now() + g * interval '1 s'"
                + " FROM generate_series(1, 5000) g");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT count(*) FROM \"T x\" WHERE n = 1")).isEqualTo("5000");
    }

    @Test
    void aTableWithoutRowsNeedsNothing() {
        Project project = project("op.inBatches(\"t\", \"n = n + 1\", \"true\");");
        database.execute("TRUNCATE t");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
    }

    @Test
    void aTableWithoutAPrimaryKeyIsRefused() {
        Project project = project("op.inBatches(\"t\", \"n = n + 1\", \"true\");");
        database.execute("ALTER TABLE t DROP CONSTRAINT t_pkey");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_OPERATION);
        assertThat(problem.sentence()).isEqualTo("t has no primary key, so that its rows have no order to go through");
        assertThat(problem.place()).isEqualTo(project.place("Mb2.java", 16));
    }

    @Test
    void aBatchThatFailsKeepsThoseBefore() {
        Project project = project("op.inBatches(\"t\", \"n = 10 / (15000 - id)\", \"n = 0\");");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.evidence()).anyMatch(line -> line.contains("division by zero"));
        assertThat(project.limbeck(database).status(1).unfinished())
                .extracting(entry -> entry.rowsDone())
                .isNotNull();
        database.execute("DELETE FROM t WHERE id = 15000");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("b2");
    }

    private Project project(String upgrade) {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, n int);", "")
                .java("b2", upgrade, "");
        project.limbeck(database).upgrade("a1");
        database.execute("INSERT INTO t SELECT g, 0 FROM generate_series(1, " + ROWS + ") g");
        return project;
    }
}
