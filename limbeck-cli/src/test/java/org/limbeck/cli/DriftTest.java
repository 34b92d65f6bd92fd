package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What drift prints and exits with. */
final class DriftTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void project() {
        shell = new Shell(folder).sqlProject();
        shell.migration("0001", "", "people", "CREATE TABLE people (id bigint, name text);", "DROP TABLE people;");
        shell.run("upgrade");
    }

    @Test
    void aCleanDatabaseIsSilentDataAndSuccess() {
        assertThat(shell.run("drift"))
                .isEqualTo(new Shell.Result(0, "", "shop@localhost at 0001 is what its migrations make\n"));
    }

    @Test
    void changesAreShownWithWhatUndoesThem() {
        shell.execute("CREATE INDEX people_name ON people (name)");

        Shell.Result result = shell.run("drift");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out())
                .startsWith("  + index people_name   after upgrade 0001 (")
                .endsWith("to undo it:\n  DROP INDEX people_name;\n");
        assertThat(result.err()).startsWith("shop@localhost at 0001 is not what its migrations make\n");
    }

    @Test
    void bothWaysAreData() {
        shell.execute("ALTER TABLE people DROP COLUMN name");

        assertThat(shell.run("drift", "--format", "json").out())
                .contains("\"kind\" : \"missing\"", "\"object\" : \"column people.name\"")
                .contains("\"undo\" : [ \"ALTER TABLE people ADD COLUMN name text;\" ]")
                .contains("\"keep\" : [ \"ALTER TABLE people DROP COLUMN name;\" ]");
        assertThat(shell.run("drift", "--format", "markdown").out())
                .startsWith("### Drift: shop@localhost at 0001 is not")
                .contains("- `- column people.name`", "To undo it", "To keep it");
    }
}
