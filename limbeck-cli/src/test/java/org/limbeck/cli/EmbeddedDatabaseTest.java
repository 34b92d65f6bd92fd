package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works without any database of the user's: Limbeck runs one. */
final class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeProject() {
        shell = new Shell(folder).withoutDatabase().sqlProject().migration("0001", "", "create users");
    }

    @AfterEach
    void stop() {
        shell.run("database", "reset", "--yes");
    }

    @Test
    void isStartedWhenItIsNeededAndSaysSo() {
        Shell.Result first = shell.run("upgrade");

        assertThat(first.exit()).isZero();
        assertThat(first.err())
                .containsPattern("creating a data folder of PostgreSQL [0-9.]+ in \\.limbeck/postgresql-18\n")
                .containsOnlyOnce("using the embedded PostgreSQL 18 (data in .limbeck/postgresql-18; to use your own:"
                        + " url=... in limbeck.properties or LIMBECK_URL)\n")
                .endsWith("limbeck@embedded is at 0001 (head)\n");
        assertThat(shell.run("current", "-q").err()).isEmpty();
        assertThat(shell.run("current", "--url", "embedded").err())
                .isEqualTo("using the embedded PostgreSQL 18 (data in .limbeck/postgresql-18)\n");
    }

    @Test
    void isNotStartedForAComparisonWithWhatIsNotThere() {
        Shell.Result nothing = shell.run("check");
        Shell.Result missing = shell.run("check", "--desired", "tables.sql");

        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).startsWith("error[L092]: nothing says what the database should be like");
        assertThat(missing.err()).startsWith("error[L").contains("tables.sql could not be read");
        assertThat(folder.resolve(".limbeck/postgresql-18")).doesNotExist();
    }

    @Test
    void isStartedStoppedAndDeleted() {
        assertThat(shell.run("database", "status").out()).isEqualTo("not running\n");
        assertThat(shell.run("database", "start").out())
                .startsWith("PostgreSQL 18.")
                .contains("runs on 127.0.0.1:")
                .contains(", data in .limbeck/postgresql-18/data\n");
        assertThat(shell.run("database", "status", "--format", "json").out()).contains("\"running\" : true");
        String url = shell.run("database", "url", "-q").out().strip();
        assertThat(url).matches("jdbc:postgresql://127\\.0\\.0\\.1:[0-9]+/limbeck\\?user=postgres&password=.+");
        assertThat(shell.run("ensure-version", "--url", url).exit()).isZero();
        assertThat(shell.run("database", "stop").err()).isEqualTo("stopped; the data stay\n");
        assertThat(shell.run("database", "reset").exit()).isEqualTo(4);
        assertThat(shell.typing("n\n").run("database", "reset").exit()).isEqualTo(4);
        assertThat(shell.typing("y\n").run("database", "reset").err()).contains("the embedded database is gone");
    }
}
