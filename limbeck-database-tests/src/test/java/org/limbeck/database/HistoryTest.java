package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.execute.RunListener;
import org.limbeck.problem.Hint;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What was applied stays what it was: changed files are refused, lost ones are undone from the history. */
class HistoryTest {

    private static final String PEOPLE = "CREATE TABLE people (\n    id bigint,\n    name text\n);";

    @TempDir
    private Path folder;

    private TestDatabase database;
    private Project project;

    @BeforeEach
    void applied() {
        database = TestDatabase.onNewest();
        project = new Project(folder)
                .sql("0001", PEOPLE, "DROP TABLE people;")
                .java("0002", "op.createTable(\"orders\", column(\"id\", bigint()));", "op.dropTable(\"orders\");");
        project.limbeck(database).upgrade("head");
    }

    @Test
    void aChangedRevisionIsRefusedWithItsLines() throws IOException {
        edit("0001.sql", "name text", "name varchar(80)");

        for (Runnable run :
                List.<Runnable>of(this::upgrade, () -> project.limbeck(database).downgrade("base"))) {
            Problem problem = Project.problem(run);
            assertThat(problem.code()).isEqualTo(ProblemCode.APPLIED_REVISION_CHANGED);
            assertThat(problem.sentence()).isEqualTo("revision 0001 was changed after it was applied to shop@test");
            assertThat(problem.evidence()).containsExactly("-     name text", "+     name varchar(80)");
            assertThat(problem.hints()).extracting(Hint::command).contains("limbeck stamp --accept 0001");
        }
    }

    @Test
    void soIsAChangedJavaRevision() throws IOException {
        edit("M0002.java", "bigint()", "integer()");

        assertThat(Project.problem(this::upgrade).evidence()).containsExactly("-     id bigint", "+     id integer");
    }

    @Test
    void commentsFormAndDowngradeMayChange() throws IOException {
        edit("0001.sql", "DROP TABLE people;", "DROP TABLE IF EXISTS people; -- a remark");
        edit("0001.sql", "-- message:  change 0001", "-- message:  create people");
        edit("M0002.java", "op.createTable(\"orders\",", "// a remark\n op.createTable(\n\"orders\",\n");

        upgrade();
    }

    @Test
    void whatWasSpelledOtherwiseForALargeTableIsStillWhatWasWritten() throws IOException {
        database.execute("INSERT INTO people SELECT g FROM generate_series(1, 12000) g", "ANALYZE people");
        project.sql("0003", "CREATE INDEX people_name ON people (name);", "DROP INDEX people_name;");
        upgrade();
        String recorded = "SELECT operations, written FROM limbeck_history WHERE revision = '0003' ORDER BY id";
        assertThat(database.rows(recorded))
                .containsExactly("CREATE INDEX CONCURRENTLY people_name ON people (name);"
                        + " | CREATE INDEX people_name ON people (name);");

        edit("0003.sql", "CREATE INDEX people_name", "-- a remark\nCREATE INDEX people_name");
        upgrade();
        assertThat(project.limbeck(database).drift().isClean()).isTrue();
        edit("0003.sql", "CREATE INDEX people_name", "CREATE INDEX CONCURRENTLY people_name");
        upgrade();
        edit(
                "0003.sql",
                "CREATE INDEX CONCURRENTLY people_name ON people (name)",
                "CREATE INDEX people_name ON people (id)");
        assertThat(Project.problem(this::upgrade).evidence())
                .containsExactly(
                        "- CREATE INDEX people_name ON people (name);", "+ CREATE INDEX people_name ON people (id);");

        project.limbeck(database).accept(List.of("0003"));
        upgrade();
        assertThat(database.rows(recorded)).element(1).isEqualTo("CREATE INDEX people_name ON people (id); | null");
    }

    @Test
    void whatWasAcceptedIsNoLongerRefused() throws IOException {
        edit("0001.sql", "name text", "name varchar(80)");

        assertThat(project.limbeck(database).accept(List.of("0001"))).containsExactly("0001");

        upgrade();
        edit("0001.sql", "name varchar(80)", "name varchar(90)");
        assertThat(Project.problem(this::upgrade).evidence())
                .containsExactly("-     name varchar(80)", "+     name varchar(90)");
        project.limbeck(database).accept(List.of("0001"));
        project.limbeck(database).downgrade("base");
        upgrade();
        assertThat(database.value("SELECT count(*) FROM limbeck_history")).isEqualTo("8");
    }

    @Test
    void onlyWhatIsAppliedCanBeAccepted() {
        project.limbeck(database).downgrade("0001");

        assertThat(Project.problem(() -> project.limbeck(database).accept(List.of("0002")))
                        .code())
                .isEqualTo(ProblemCode.NOT_APPLIED);
    }

    @Test
    void whatWasStampedWasNeverRecorded() throws IOException {
        TestDatabase stamped = TestDatabase.onNewest();
        project.limbeck(stamped).stamp(List.of("0002"), false);
        edit("0001.sql", "name text", "name varchar(80)");

        assertThat(project.limbeck(stamped).upgrade("head").steps()).isEmpty();
        stamped.execute("DROP TABLE limbeck_history");
        assertThat(project.limbeck(stamped).upgrade("head").steps()).isEmpty();
    }

    @Test
    void aRevisionWithoutAFileIsUndoneFromTheHistory() {
        project.sql(
                        "0003",
                        "CREATE INDEX CONCURRENTLY people_name ON people (name);",
                        "DROP INDEX CONCURRENTLY people_name;")
                .java("0004", "op.addColumn(\"people\", column(\"a\", text()));", "op.dropColumn(\"people\", \"a\");");
        List<String> before = database.catalogWithout("limbeck_");
        upgrade();
        project.forgetNewest().forgetNewest();
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void recorded(List<String> revisions) {
                told.addAll(revisions);
            }
        };

        assertThat(Project.problem(this::upgrade).code()).isEqualTo(ProblemCode.REVISION_FILE_MISSING);
        assertThat(project.limbeck(database, listener).downgrade("0002").after())
                .containsExactly("0002");

        assertThat(told).containsExactly("0004", "0003");
        assertThat(database.catalogWithout("limbeck_")).isEqualTo(before);
        upgrade();
    }

    @Test
    void whatIsUndoneInJavaCannotBeUndoneFromTheHistory() {
        project.java("0003", "", "op.run(\"look\", connection -> {});");
        upgrade();
        project.forgetNewest();

        Problem problem = Project.problem(() -> project.limbeck(database).downgrade("0002"));

        assertThat(problem.code()).isEqualTo(ProblemCode.IRREVERSIBLE);
        assertThat(problem.sentence()).contains("0003", "history");
    }

    @Test
    void anOlderHistoryIsBroughtUpToDate() {
        project.sql("0003", "CREATE TABLE things (id int);", "DROP TABLE things;");
        database.execute(
                "ALTER TABLE limbeck_history DROP COLUMN downgrade, DROP COLUMN stands_on, DROP COLUMN written");

        upgrade();

        assertThat(database.rows("SELECT revision, stands_on, downgrade FROM limbeck_history ORDER BY id"))
                .containsExactly("0001 | null | null", "0002 | null | null", "0003 | 0002 | DROP TABLE things;\n");
    }

    private void upgrade() {
        project.limbeck(database).upgrade("head");
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve("migrations").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
