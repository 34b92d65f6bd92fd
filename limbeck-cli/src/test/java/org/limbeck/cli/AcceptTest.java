package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of an applied migration that was edited, and how it is accepted. */
final class AcceptTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void editedAfterItWasApplied() {
        shell = new Shell(folder).sqlProject();
        shell.migration("0001", "", "people", "CREATE TABLE people (id bigint);", "DROP TABLE people;");
        shell.run("upgrade");
        shell.migration("0001", "", "people", "CREATE TABLE people (id int);", "DROP TABLE people;");
    }

    @Test
    void theEditedLinesAreShown() {
        Shell.Result result = shell.run("upgrade");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("error[L160]: revision 0001 was changed after it was applied to shop@localhost\n")
                .contains("- CREATE TABLE people (id bigint);\n", "+ CREATE TABLE people (id int);\n")
                .contains("limbeck stamp --accept 0001");
    }

    @Test
    void acceptedItIsNoObstacle() {
        assertThat(shell.run("stamp", "--accept", "0001"))
                .isEqualTo(new Shell.Result(0, "", "accepted as they are now: 0001\n"));
        assertThat(shell.run("upgrade").exit()).isZero();
        assertThat(shell.run("stamp", "--accept", "head", "--format", "json").out())
                .isEqualTo("{\n  \"accepted\" : [ \"0001\" ]\n}\n");
    }

    @Test
    void acceptingChangesNoRow() {
        assertThat(shell.run("stamp", "--accept", "--purge", "0001").exit()).isEqualTo(2);
        assertThat(shell.run("stamp", "--accept", "0001", "--sql").exit()).isEqualTo(2);
    }

    @Test
    void whatIsNotAppliedIsNothingToAccept() {
        shell.migration("0002", "0001", "more");

        Shell.Result result = shell.run("stamp", "--accept", "0002");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("error[L161]", "limbeck current");
    }
}
