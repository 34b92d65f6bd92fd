package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** A connection that breaks in the middle of a run: the next run ends where the first would have. */
class BrokenConnectionTest {

    /** Ends its own session wherever the table "trap" says so, once for each place. */
    private static final String TRAP = "SELECT pg_terminate_backend(pg_backend_pid()) FROM trap WHERE place = ";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theNextRunConverges(int place) {
        Project project = new Project(folder)
                .sql("a1", "CREATE TABLE a (id int); INSERT INTO a VALUES (1); " + TRAP + "1; CREATE TABLE a2 ();", "")
                .java(
                        "b2",
                        "op.addColumn(\"a\", column(\"b\", integer())); op.execute(\"" + TRAP
                                + "2\"); op.createIndex(index(\"i\").on(\"a\", \"b\").concurrently()); op.execute(\""
                                + TRAP
                                + "3\"); op.dropIndex(index(\"i\").on(\"a\", \"b\").concurrently()); op.execute(\"VACUUM a; "
                                + TRAP + "4; INSERT INTO a VALUES (2)\");",
                        "")
                .sql("c3", "CREATE TABLE c (); " + TRAP + "5;", "");
        database.execute("CREATE TABLE trap (place int)", "INSERT INTO trap VALUES (" + place + ")");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(problem.sentence()).contains("statement");
        assertThat(problem.place()).isNotNull();

        database.execute("DELETE FROM trap");
        assertThat(project.limbeck(database).upgrade("head").after()).isEqualTo(Set.of("c3"));
        assertThat(database.rows("SELECT id FROM a ORDER BY id")).isEqualTo(List.of("1", "2"));
        assertThat(database.rows("SELECT indexrelid FROM pg_index WHERE indrelid = 'a'::regclass"))
                .isEmpty();
        assertThat(database.rows("SELECT revision FROM limbeck_history WHERE finished_at IS NOT NULL ORDER BY id"))
                .containsExactly("a1", "b2", "c3");
        assertThat(database.rows("SELECT FROM limbeck_history WHERE finished_at IS NULL"))
                .isEmpty();
    }

    @Test
    void aBreakDuringTheCommitLeavesItOpenWhatHappened() {
        Project project = new Project(folder).sql("a1", """
                        CREATE TABLE a (id int);
                        CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                        CREATE CONSTRAINT TRIGGER die AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED
                            FOR EACH ROW EXECUTE FUNCTION die();
                        """, "").sql("b2", "INSERT INTO a VALUES (1);", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.COMMIT_UNKNOWN);
        assertThat(problem.hints()).anyMatch(hint -> hint.command().equals("limbeck current"));
        assertThat(project.limbeck(database).current().rows()).containsExactly("a1");
    }

    @Test
    void aStatementThatIsCancelledIsAProblemOfItsOwn() {
        Project project = new Project(folder).sql("a1", "CREATE TABLE a (); SELECT pg_sleep(60);", "");
        TestDatabase hurried = database.with("?options=-c%20statement_timeout=300");

        Problem problem = Project.problem(() -> project.limbeck(hurried).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.evidence()).anyMatch(line -> line.contains("statement timeout"));
        assertThat(database.value("SELECT to_regclass('a')")).isEqualTo("null");
    }
}
