package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.Limbeck;
import org.limbeck.RunResult;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** A database that another tool managed is written down where it stands by the run that goes on, and by no other. */
class TakeoverTest {

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();
    private Project project;

    @BeforeEach
    void aDatabaseOfFlyway() throws IOException {
        project = new Project(folder).sql("1", "CREATE TABLE a (id int);", "DROP TABLE a;");
        Files.writeString(
                folder.resolve("migrations/takeover.tsv"), "tool\tflyway\ntable\tflyway_schema_history\n1\tonce\t1\n");
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version text,"
                        + " description text, type text, script text, checksum int, success boolean)",
                "INSERT INTO flyway_schema_history VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', 7, true)",
                "CREATE TABLE a (id int)",
                "INSERT INTO a SELECT generate_series(1, 12000)",
                "ANALYZE a");
    }

    @Test
    void aRunThatIsRefusedTakesNothingOver() {
        project.sql("2", "ALTER TABLE a ALTER COLUMN id TYPE bigint;", "");

        Problem problem = Project.problem(() -> project.limbeck(database).upgrade());

        assertThat(problem.code()).isEqualTo(ProblemCode.HAZARDS);
        assertThat(problem.databaseState()).isEqualTo("Nothing was changed.");
        assertThat(database.value("SELECT to_regclass('limbeck_version')")).isEqualTo("null");
    }

    @Test
    void oneTransactionForAllTakesItOverToo() {
        project.sql("2", "CREATE TABLE c (id int);", "").sql("3", "CREATE INDEX CONCURRENTLY i ON c (id);", "");
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void planned(Plan plan) {
                told.add(plan.rows() + " to " + plan.rowsAfter() + ", "
                        + plan.steps().size());
            }

            @Override
            public void finished(Step step, int number, int total, Duration duration) {
                told.add(number + "/" + total + " " + step.revision());
            }
        };
        Limbeck limbeck = project.limbeck(database, listener, "transaction", "run");

        Problem problem = Project.problem(limbeck::upgrade);
        told.clear();

        assertThat(problem.databaseState())
                .isEqualTo("Nothing was changed: shop@test is still at base, nothing is applied.");
        RunResult result = limbeck.upgrade("2");
        assertThat(result.before()).containsExactly("1");
        assertThat(result.after()).containsExactly("2");
        assertThat(result.steps()).extracting(RunResult.Done::revision).containsExactly("2");
        assertThat(told).containsExactly("[1] to [2], 1", "1/1 2");
        assertThat(database.rows("SELECT direction FROM limbeck_history ORDER BY id"))
                .containsExactly("stamp", "upgrade");
        assertThat(database.value("SELECT count(DISTINCT started_at) FROM limbeck_history"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "revision"})
    void whatIsThereIsWrittenDownWhereNothingIsMissing(String transaction) {
        assertThat(project.limbeck(database, "transaction", transaction)
                        .upgrade()
                        .steps())
                .isEmpty();

        assertThat(database.value("SELECT version_num FROM limbeck_version")).isEqualTo("1");
        assertThat(database.value("SELECT direction FROM limbeck_history")).isEqualTo("stamp");
    }

    @Test
    void eachOfSeveralFilesCounts() throws IOException {
        project.branch("b1", "", "CREATE TABLE b (id int);", "DROP TABLE b;");
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(second.resolve("takeover.tsv"), "tool\tflyway\ntable\tother_history\nb1\tonce\t1\n");
        database.execute(
                "CREATE TABLE other_history (LIKE flyway_schema_history)",
                "INSERT INTO other_history VALUES (1, '1', 'b', 'SQL', 'V1__b.sql', 7, true)",
                "CREATE TABLE b (id int)");
        Limbeck limbeck = project.limbeck(database, "migrations", "migrations, second");

        assertThat(limbeck.current().takenOverFrom()).isEqualTo("flyway_schema_history and other_history");
        assertThat(limbeck.upgrade().after()).containsExactlyInAnyOrder("1", "b1");

        assertThat(limbeck.upgrade().steps()).isEmpty();
        assertThat(database.rows("SELECT version_num FROM limbeck_version ORDER BY 1"))
                .containsExactly("1", "b1");
    }

    @Test
    void whatOneFileSaysMayStandOnWhatAnotherSays() throws IOException {
        project.sql("2", "CREATE TABLE b (id int);", "DROP TABLE b;").sql("3", "CREATE TABLE c (id int);", "");
        Files.writeString(
                folder.resolve("migrations/takeover.tsv"),
                "tool\tflyway\ntable\tflyway_schema_history\n1\tonce\t1\n2\tonce\t2\n");
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(second.resolve("takeover.tsv"), "tool\tflyway\ntable\tother_history\n3\tonce\t1\n");
        database.execute(
                "CREATE TABLE other_history (LIKE flyway_schema_history)",
                "INSERT INTO other_history VALUES (1, '1', 'c', 'SQL', 'V1__c.sql', 7, true)",
                "CREATE TABLE c (id int)");
        Limbeck limbeck = project.limbeck(database, "migrations", "migrations, second");

        Problem problem = Project.problem(limbeck::upgrade);

        assertThat(problem.code()).isEqualTo(ProblemCode.TAKEOVER_OUT_OF_ORDER);
        assertThat(problem.sentence()).isEqualTo("Flyway applied 3 to shop@test without 2, which it stands on here");
        assertThat(problem.evidence()).containsExactly("2 is not in flyway_schema_history");
        database.execute(
                "INSERT INTO flyway_schema_history VALUES (2, '2', 'b', 'SQL', 'V2__b.sql', 7, true)",
                "CREATE TABLE b (id int)");
        assertThat(limbeck.current().rows()).containsExactly("3");
        assertThat(limbeck.upgrade().after()).containsExactly("3");
        assertThat(database.rows("SELECT version_num FROM limbeck_version")).containsExactly("3");
    }

    @Test
    void stampedAtBaseItIsNotTakenOver() {
        project.limbeck(database).stamp(List.of("base"), false);

        assertThat(database.value("SELECT direction || ' ' || revision || ' ' || message FROM limbeck_history"))
                .isEqualTo("stamp base whatever flyway_schema_history says");
        assertThat(project.limbeck(database).current().rows()).isEmpty();
        database.execute("DROP TABLE a");
        assertThat(project.limbeck(database).upgrade().steps()).hasSize(1);
        assertThat(project.limbeck(database).stamp(List.of("1"), false).steps()).isEmpty();
    }

    @Test
    void whatWasNeverThereNeedsNoWord() {
        database.execute("DROP TABLE flyway_schema_history");

        assertThat(project.limbeck(database).stamp(List.of("base"), false).steps())
                .isEmpty();

        assertThat(database.value("SELECT to_regclass('limbeck_history')")).isEqualTo("null");
    }
}
