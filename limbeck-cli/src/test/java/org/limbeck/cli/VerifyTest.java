package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify prints and exits with. */
final class VerifyTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void project() {
        shell = new Shell(folder).sqlProject();
        shell.migration("0001", "", "people", "CREATE TABLE people (id bigint, name text);", "DROP TABLE people;");
    }

    @Test
    void aLineForEachRevisionAndSuccess() {
        Shell.Result result = shell.run("verify");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("ok  0001  people   reversible\n");
        assertThat(result.err()).contains("on an embedded PostgreSQL 18", "1 revision on PostgreSQL 18: 1 reversible");
        assertThat(shell.databaseContent()).isEmpty();
    }

    @Test
    void findingsAreShownAndExitWithThree() {
        shell.migration("0002", "0001", "index", "CREATE INDEX people_name ON people (name);", "");

        Shell.Result result = shell.run("verify", "0002", "--fast");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("""
                no  0002  index   failed
                      its downgrade does not bring back the schema; this would be left to do
                        drop index people_name
                """);
    }

    @Test
    void lossesAreShownAndNoFinding() {
        shell.migration(
                "0002",
                "0001",
                "drop names",
                "ALTER TABLE people DROP COLUMN name;",
                "ALTER TABLE people ADD COLUMN name text;");

        Shell.Result json = shell.run("verify", "--majors", "18", "--format", "json");
        Shell.Result markdown = shell.run("verify", "--format", "markdown");

        assertThat(json.exit()).isZero();
        assertThat(json.out())
                .contains("\"major\" : 18", "\"outcome\" : \"lossy\"", "\"losses\" : [ \"column people.name\" ]");
        assertThat(markdown.out())
                .contains("| `0002` | drop names | schema reversible, data lossy: column people.name |");
    }

    @Test
    void whatIsNoVersionIsRefused() {
        assertThat(shell.run("verify", "--majors", "all").err()).contains("error[L080]", "--majors 14..18");
        assertThat(shell.run("verify", "--majors", "9").err()).contains("no programs of PostgreSQL 9");
    }
}
