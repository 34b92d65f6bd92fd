package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Limbeck's own tables, damaged by hand: either it is repaired without a risk, or nothing is run. */
class DamagedRecordsTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void aVersionTableThatIsGoneIsNotTakenForAnEmptyDatabase() {
        Project project = applied();
        database.execute("DROP TABLE limbeck_version");

        Problem problem = refused(project);

        assertThat(problem.sentence())
                .isEqualTo("the version table of shop@test has no row, and the history says that these were applied and"
                        + " not undone: a1, b2");
        assertThat(problem.hints().get(0).command()).isEqualTo("limbeck stamp b2");
        project.limbeck(database).stamp(java.util.List.of("b2"), false);
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
    }

    @Test
    void aVersionTableThatWasEmptiedIsNotTakenForAnEmptyDatabase() {
        Project project = applied();
        database.execute("DELETE FROM limbeck_version");

        assertThat(refused(project).hints().get(0).command()).isEqualTo("limbeck stamp b2");
    }

    @Test
    void aDatabaseThatWasTakenDownOrStampedIsEmptyIndeed() {
        Project project = applied();
        project.limbeck(database).downgrade("base");
        assertThat(project.limbeck(database).upgrade("b2").after()).containsExactly("b2");

        project.limbeck(database).stamp(java.util.List.of("base"), false);
        database.execute("DROP TABLE a", "DROP TABLE b");
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
    }

    @Test
    void aRowOfNoRevisionIsRefused() {
        Project project = applied();
        database.execute("UPDATE limbeck_version SET version_num = 'zz'");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.REVISION_FILE_MISSING);
    }

    @Test
    void twoRowsOfOneLineAreRefused() {
        Project project = applied();
        database.execute("INSERT INTO limbeck_version VALUES ('a1')");

        Problem problem = refused(project);

        assertThat(problem.sentence())
                .isEqualTo("the version table of shop@test has both b2 and a1, which b2 stands on");
        assertThat(problem.hints().get(0).command()).isEqualTo("limbeck stamp --purge b2");
        project.limbeck(database).stamp(java.util.List.of("b2"), true);
        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
    }

    @Test
    void aHistoryThatIsGoneIsMadeAnew() {
        Project project = applied();
        database.execute("DROP TABLE limbeck_history");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
        assertThat(database.rows("SELECT revision FROM limbeck_history")).containsExactly("c3");
    }

    @Test
    void aHistoryOfAnOlderLimbeckIsBroughtUpToDateWithWhatItHadBegun() {
        Project project = applied();
        database.execute(
                "ALTER TABLE limbeck_history DROP COLUMN in_flight, DROP COLUMN found_before,"
                        + " DROP COLUMN stands_on, DROP COLUMN downgrade, DROP COLUMN written",
                "INSERT INTO limbeck_history (revision, direction, message, started_at, applied_by, tool_version, checksum,"
                        + " operations, operations_done) VALUES ('c3', 'upgrade', '', now(), '', '', '',"
                        + " 'CREATE INDEX CONCURRENTLY i ON a (id);', 0)",
                "CREATE INDEX i ON a (id)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");

        assertThat(project.limbeck(database).upgrade("head").after()).containsExactly("c3");
        assertThat(database.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
        assertThat(database.rows("SELECT revision, in_flight FROM limbeck_history WHERE revision = 'c3'"))
                .containsExactly("c3 | null");
    }

    private Problem refused(Project project) {
        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        assertThat(problem.code()).isEqualTo(ProblemCode.VERSION_TABLE_LOST);
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
        assertThat(database.value("SELECT to_regclass('i')")).isEqualTo("null");
        return problem;
    }

    private Project applied() {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int);", "DROP TABLE a;")
                .sql("b2", "CREATE TABLE b (id int);", "DROP TABLE b;")
                .sql("c3", "CREATE INDEX CONCURRENTLY i ON a (id);", "");
        project.limbeck(database).upgrade("b2");
        return project;
    }
}
