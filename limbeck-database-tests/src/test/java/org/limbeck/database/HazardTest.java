package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What would hold up writers of a large table, or can't be told, runs only where somebody has said why. */
class HazardTest {

    private static final String WIDER = "ALTER TABLE a ALTER COLUMN id TYPE bigint;";

    private static final String UNKNOWN = "DO $$ BEGIN PERFORM 1; END $$;";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();
    private Project project;

    @BeforeEach
    void aLargeTableAndASmallOne() {
        project = new Project(folder).sql("a1", "CREATE TABLE a (id int, name text); CREATE TABLE small (id int);", "");
        project.limbeck(database).upgrade("head");
        database.execute("INSERT INTO a SELECT g, 'n' FROM generate_series(1, 12000) g", "ANALYZE a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {WIDER + " | B1 | would hold up writers", UNKNOWN + " | S40 | nobody can tell"})
    void nothingRunsBeforeItIsAccepted(String statement, String code, String words) {
        project.sql("b2", "CREATE TABLE b (id int);", "DROP TABLE b;").sql("c3", statement, "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.HAZARDS);
        assertThat(problem.sentence()).contains(words, "c3");
        assertThat(problem.place()).isEqualTo(project.place("c3.sql", 6));
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
        assertThat(Project.text(problem)).contains("limbeck:accept " + code, "limbeck upgrade --accept-hazards");
        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("a1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {WIDER + " | B1", WIDER + " | S05", UNKNOWN + " | S40"})
    void aCommentInTheMigrationAcceptsIt(String statement, String code) {
        project.sql("b2", "-- limbeck:accept " + code + " tried on a copy, five seconds\n" + statement, "");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("b2");
    }

    @Test
    void aMigrationInJavaAcceptsItInItsOwnWords() {
        project.java("b2", """
                op.accepting("S40", "reads one row").run("look", connection -> {});
                // limbeck:accept B1 at night
                op.execute("%s");
                """.formatted(WIDER), "");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("b2");
    }

    @Test
    void aReasonForThisRunIsRecorded() {
        project.sql("b2", WIDER, "");

        project.limbeck(database).accepting("maintenance window").upgrade("head");

        assertThat(database.value("SELECT applied_by FROM limbeck_history WHERE revision = 'b2'"))
                .endsWith("(hazards accepted: maintenance window)");
    }

    @Test
    void aDowngradeIsAskedTheSame() {
        project.sql("b2", "", WIDER);
        project.limbeck(database).upgrade("head");

        Problem problem = Project.problem(() -> project.limbeck(database).downgrade("-1"));

        assertThat(problem.code()).isEqualTo(ProblemCode.HAZARDS);
        assertThat(Project.text(problem)).contains("limbeck downgrade --accept-hazards");
    }

    @Test
    void smallTablesAreNoHazardAndNeitherIsAnythingWhereAllAreSmall() {
        project.sql("b2", "ALTER TABLE small ALTER COLUMN id TYPE bigint;", "");
        project.limbeck(database).upgrade("head");
        project.sql("c3", UNKNOWN, "");
        database.execute("TRUNCATE a", "ANALYZE a");

        project.limbeck(database).upgrade("head");

        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("c3");
    }

    @Test
    void literallyKeepsWhatIsWrittenForOneOperation() {
        project.java("b2", """
                op.literally().accepting("B1", "at night").execute("CREATE INDEX i ON a (id);");
                op.execute("CREATE INDEX j ON a (id);");
                """, "");
        project.sql("c3", "-- limbeck:accept B1 at night\n-- limbeck:literally\nCREATE INDEX k ON a (id);", "");
        project.sql("d4", "-- limbeck:literally\nCREATE INDEX l ON a (id);", "");

        project.limbeck(database).upgrade("c3");
        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'b2'"))
                .isEqualTo("CREATE INDEX i ON a (id);\nCREATE INDEX CONCURRENTLY j ON a (id);");
        assertThat(database.value("SELECT operations FROM limbeck_history WHERE revision = 'c3'"))
                .isEqualTo("CREATE INDEX k ON a (id);");
        assertThat(problem.code()).isEqualTo(ProblemCode.HAZARDS);
        assertThat(problem.evidence()).first().asString().contains("CREATE INDEX l ON a");
    }
}
