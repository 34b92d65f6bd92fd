package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.VerificationRequest;
import org.limbeck.verify.Finding;
import org.limbeck.verify.RevisionTrial;
import org.limbeck.verify.RevisionTrial.Outcome;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.Verification;

/** What is found by trying revisions up, down and up again, and what is none of its business. */
class VerifyTest {

    private static final String PEOPLE = "CREATE TABLE people (id bigint PRIMARY KEY, name text NOT NULL, born date);";

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void people() {
        project = new Project(folder).sql("0001", PEOPLE, "DROP TABLE people;");
    }

    @Test
    void whatComesBackIsReversible() {
        project.sql("0002", "CREATE INDEX people_name ON people (name);", "DROP INDEX people_name;")
                .java(
                        "0003",
                        "op.addColumn(\"people\", column(\"email\", text()));",
                        "op.dropColumn(\"people\", \"email\");");

        Verification verification = verify();

        assertThat(verification.succeeded()).isTrue();
        assertThat(outcomes(verification)).containsOnly(Outcome.REVERSIBLE).hasSize(3);
    }

    @Test
    void whatADowngradeLeavesIsFound() {
        project.sql("0002", "CREATE INDEX people_name ON people (name);", "");

        assertThat(only(verify(), "0002").details()).containsExactly("drop index people_name");
    }

    @Test
    void whatADowngradeForgetsIsFound() {
        project.sql(
                "0002",
                "ALTER TABLE people DROP COLUMN born;",
                "ALTER TABLE people ADD COLUMN born timestamp with time zone;");

        assertThat(only(verify(), "0002").details()).containsExactly("alter column people.born: type date");
    }

    @Test
    void whatIsOnlyInAnotherOrderComesBack() {
        project.sql(
                "0002", "ALTER TABLE people DROP COLUMN name;", "ALTER TABLE people ADD COLUMN name text NOT NULL;");

        RevisionTrial trial = verify().trials().get(1);

        assertThat(trial.findings()).isEmpty();
        assertThat(trial.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.sentence()).startsWith("its downgrade fails on sample rows"));
    }

    @Test
    void lostValuesAreNamedByTheirColumn() {
        project.sql("0002", "ALTER TABLE people DROP COLUMN born;", "ALTER TABLE people ADD COLUMN born date;");

        Verification verification = verify();

        assertThat(verification.succeeded()).isTrue();
        assertThat(verification.trials().get(1).outcome()).isEqualTo(Outcome.LOSSY);
        assertThat(verification.trials().get(1).losses()).containsExactly("column people.born");
    }

    @Test
    void valuesThatAreCutAreLost() {
        project.sql(
                "0002",
                "ALTER TABLE people ALTER COLUMN name TYPE varchar(10) USING left(name, 10);",
                "ALTER TABLE people ALTER COLUMN name TYPE text;");

        assertThat(verify().trials().get(1).losses()).containsExactly("column people.name");
    }

    @Test
    void valuesThatOnlyTheNewSchemaTakesAreLostOnTheWayBack() {
        project.sql("0002", "CREATE TABLE notes (id bigint PRIMARY KEY, text varchar(10));", "DROP TABLE notes;")
                .sql(
                        "0003",
                        "ALTER TABLE notes ALTER COLUMN text TYPE text;",
                        "ALTER TABLE notes ALTER COLUMN text TYPE varchar(10) USING left(text, 10);");

        assertThat(verify().trials().get(2).losses())
                .containsExactly("column notes.text of rows written after the upgrade");
    }

    @Test
    void aDowngradeThatRowsOfTheNewSchemaKeepBackIsNoted() {
        project.sql("0002", "CREATE TABLE counts (id int PRIMARY KEY, n int);", "DROP TABLE counts;")
                .sql(
                        "0003",
                        "ALTER TABLE counts ALTER COLUMN n TYPE bigint;",
                        "ALTER TABLE counts ALTER COLUMN n TYPE int;");

        RevisionTrial trial = verify().trials().get(2);

        assertThat(trial.findings()).isEmpty();
        assertThat(trial.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.sentence())
                        .startsWith("its downgrade fails on rows that were written after the upgrade: "));
    }

    @Test
    void otherSpellingsAreNoLoss() {
        project.sql(
                        "0002",
                        "CREATE TABLE flags (id int PRIMARY KEY, f char(1) CHECK (f IN ('Y', 'N')));",
                        "DROP TABLE flags;")
                .sql(
                        "0003",
                        "ALTER TABLE flags DROP CONSTRAINT flags_f_check, ALTER COLUMN f TYPE boolean USING f = 'Y';",
                        "ALTER TABLE flags ALTER COLUMN f TYPE char(1) USING CASE WHEN f THEN 'Y' WHEN NOT f THEN 'N' END,"
                                + " ADD CONSTRAINT flags_f_check CHECK (f IN ('Y', 'N'));");

        assertThat(outcomes(verify())).containsOnly(Outcome.REVERSIBLE);
    }

    @Test
    void lostRowsAreNamedByTheirTable() {
        project.sql("0002", "INSERT INTO people VALUES (1, 'Ada');", "DELETE FROM people;");

        assertThat(verify().trials().get(1).losses()).containsExactly("rows of table people");
    }

    @Test
    void rowsOfTablesThatReferAreLostToo() {
        project.sql(
                        "0002",
                        "CREATE TABLE orders (id int PRIMARY KEY, who bigint NOT NULL REFERENCES people ON DELETE CASCADE);",
                        "DROP TABLE orders;")
                .sql("0003", "INSERT INTO people VALUES (1, 'Ada');", "DELETE FROM people;");

        assertThat(verify().trials().get(2).losses()).containsExactly("rows of table orders", "rows of table people");
    }

    @Test
    void aRevisionThatSaysSoIsIrreversible() {
        project.sqlWithoutDowngrade("0002", "DROP TABLE people;");

        Verification verification = verify();

        assertThat(verification.succeeded()).isTrue();
        assertThat(outcomes(verification)).containsExactly(Outcome.REVERSIBLE, Outcome.IRREVERSIBLE);
    }

    @Test
    void soIsOneInJava() {
        project.java("0002", "op.dropTable(\"people\");", "op.irreversible(\"the people are gone\");");

        assertThat(outcomes(verify())).containsExactly(Outcome.REVERSIBLE, Outcome.IRREVERSIBLE);
        TestDatabase database = TestDatabase.onNewest();
        project.limbeck(database).upgrade("head");
        assertThat(Project.problem(() -> project.limbeck(database).downgrade("0001")))
                .satisfies(problem ->
                        assertThat(problem.sentence()).isEqualTo("the revision cannot be undone: the people are gone"))
                .satisfies(problem -> assertThat(problem.place()).isEqualTo(project.place("M0002.java", 21)));
    }

    @Test
    void aFailingDowngradeDoesNotKeepBackTheRevisionsBehindIt() {
        project.sql("0002", "CREATE TABLE orders (id int);", "DROP TABLE order_s;")
                .sql("0003", "CREATE TABLE things (id int);", "DROP TABLE things;");

        Verification verification = verify();

        assertThat(outcomes(verification)).containsExactly(Outcome.REVERSIBLE, Outcome.FAILED, Outcome.REVERSIBLE);
        assertThat(only(verification, "0002").sentence()).startsWith("its downgrade fails: ");
        assertThat(String.join("\n", only(verification, "0002").details())).contains("order_s");
    }

    @Test
    void aRevisionThatCannotBeAppliedAgainIsFound() {
        project.sql(
                "0002",
                "UPDATE people SET name = 'x' || name; ALTER TABLE people ADD CHECK (name NOT LIKE 'xx%');",
                "ALTER TABLE people DROP CONSTRAINT people_name_check;");

        assertThat(only(verify(), "0002").sentence()).startsWith("after its downgrade it can't be applied again");
    }

    @Test
    void behindAFailingUpgradeNothingIsReached() {
        project.sql("0002", "CREATE TABLE people (id int);", "DROP TABLE people;")
                .sql("0003", "CREATE TABLE things (id int);", "DROP TABLE things;");

        assertThat(outcomes(verify())).containsExactly(Outcome.REVERSIBLE, Outcome.FAILED, Outcome.NOT_REACHED);
    }

    @Test
    void anUpgradeThatOnlyEmptyTablesTakeIsNoted() {
        project.sql(
                "0002", "ALTER TABLE people ADD COLUMN email text NOT NULL;", "ALTER TABLE people DROP COLUMN email;");

        RevisionTrial trial = verify().trials().get(1);

        assertThat(trial.outcome()).isEqualTo(Outcome.REVERSIBLE);
        assertThat(trial.notes())
                .singleElement()
                .satisfies(note -> assertThat(note.sentence()).startsWith("its upgrade fails on sample rows"));
    }

    @Test
    void branchesMayNotDependOnTheirOrder() {
        project.branch("0002", "0001", "CREATE INDEX people_a ON people (a);", "DROP INDEX people_a;")
                .branch("0003", "0001", "ALTER TABLE people ADD COLUMN a int;", "ALTER TABLE people DROP COLUMN a;")
                .merge("0004", "0002", "0003");

        Verification verification = verify();

        assertThat(verification.succeeded()).isFalse();
        assertThat(verification.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .startsWith("with its branches in another order the whole can't be applied"));
    }

    @Test
    void rolesThatTheScratchServerLacksAreNoObstacle() {
        String role = "\"Clerk " + folder.getFileName() + "\"";
        project.sql(
                "0002",
                "GRANT SELECT ON people TO " + role + "; CREATE TABLE t (); ALTER TABLE t OWNER TO " + role + ";",
                "DROP TABLE t; REVOKE SELECT ON people FROM " + role + ";");

        assertThat(outcomes(verify())).containsOnly(Outcome.REVERSIBLE);
    }

    @Test
    void onlyTheRangeIsTried() {
        project.sql("0002", "CREATE INDEX people_name ON people (name);", "");

        assertThat(verify("0001:0001", false, Servers.NEWEST).succeeded()).isTrue();
        assertThat(verify("0002:", false, Servers.NEWEST).trials())
                .singleElement()
                .satisfies(trial -> assertThat(trial.revision()).isEqualTo("0002"));
    }

    @Test
    void fastDoesWithoutRows() {
        project.sql("0002", "ALTER TABLE people DROP COLUMN born;", "ALTER TABLE people ADD COLUMN born date;");

        assertThat(verify(":", true, Servers.NEWEST).trials().get(1).outcome()).isEqualTo(Outcome.REVERSIBLE);
    }

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void theBackendIsReversibleAndLosesNothing(int major) {
        Verification verification = BackendTest.backend(TestDatabase.on(major))
                .comparingWith(version -> null, new TestServers())
                .verify(new VerificationRequest(":", List.of(major), false), TrialListener.NONE)
                .get(0);

        assertThat(outcomes(verification)).containsExactly(Outcome.REVERSIBLE, Outcome.REVERSIBLE, Outcome.REVERSIBLE);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.tablesWithoutRows()).isEmpty();
    }

    private Verification verify() {
        return verify(":", false, Servers.NEWEST);
    }

    private Verification verify(String range, boolean fast, int major) {
        return project.limbeck(TestDatabase.on(major))
                .comparingWith(version -> null, new TestServers())
                .verify(new VerificationRequest(range, List.of(major), fast), TrialListener.NONE)
                .get(0);
    }

    private static List<Outcome> outcomes(Verification verification) {
        return verification.trials().stream().map(RevisionTrial::outcome).toList();
    }

    private static Finding only(Verification verification, String revision) {
        RevisionTrial trial = verification.trials().stream()
                .filter(each -> each.revision().equals(revision))
                .findFirst()
                .orElseThrow();
        assertThat(trial.findings()).hasSize(1);
        return trial.findings().get(0);
    }
}
