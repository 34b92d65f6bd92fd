package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was run, what is unfinished, and how to go on. */
final class StatusTest {

    @TempDir
    private Path folder;

    @Test
    void itCreatesNothing() {
        Shell shell = new Shell(folder).sqlProject().migration("0001", "", "a table");

        Shell.Result result = shell.run("status");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .endsWith(
                        " is at base\nnobody is changing it now\n1 revision is pending; to go up:   limbeck upgrade\n");
        assertThat(shell.databaseContent()).isEmpty();
    }

    @Test
    void itCountsWhatIsPending() {
        Shell shell = new Shell(folder).sqlProject().migration("0001", "", "a table");
        shell.run("upgrade");

        assertThat(shell.run("status").err()).doesNotContain("pending");

        shell.migration("0002", "0001", "one").migration("0003", "0001", "another");
        assertThat(shell.run("status").err()).endsWith("2 revisions are pending; to go up:   limbeck upgrade heads\n");
        assertThat(shell.run("status", "--format", "json").out()).contains("\"pending\" : 2", "\"heads\" : 2");
    }

    @Test
    void itTellsWhatWasDoneWhereMigrationsAreNotInOrder() {
        Shell shell = new Shell(folder).sqlProject().migration("0001", "", "a table");
        shell.run("upgrade");
        shell.migration("0002", "gone", "of nothing");

        Shell.Result result = shell.run("status");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("upgrade 0001  a table");
        assertThat(result.err()).contains(" is at 0001\n").doesNotContain("pending");
        assertThat(shell.run("status", "--format", "json").out()).contains("\"pending\" : null");
    }

    @Test
    void itTellsWhatIsUnfinishedAndHowToGoOn() {
        Shell shell = new Shell(folder)
                .sqlProject()
                .migration("0001", "", "a table", "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1), (1);", "")
                .migration(
                        "0002", "0001", "an index", "SET x.y = 1;\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (id);", "");
        shell.run("upgrade");

        Shell.Result result = shell.run("status");

        assertThat(result.out().lines().map(line -> line.replaceAll("^DATE  |   \\S+   [^ ]+( ms| s)?$", "")))
                .containsExactly("upgrade 0002  an index", "upgrade 0001  a table");
        assertThat(result.err())
                .contains(
                        "the upgrade of 0002 is unfinished, with 1 of its operations done\n",
                        "  statement 2 of 2 of 0002 an index failed\n",
                        "to finish it:   limbeck upgrade 0002\n");
        assertThat(shell.run("status", "--format", "json").out())
                .contains("\"operationsDone\" : 1", "\"working\" : null");
    }
}
