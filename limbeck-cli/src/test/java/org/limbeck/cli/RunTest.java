package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs migrations up and down and says so, on a server. */
final class RunTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeProject() {
        shell = new Shell(folder)
                .sqlProject()
                .migration("0001", "", "create users")
                .migration("0002", "0001", "add message metrics")
                .migration("0003", "0002", "drop legacy");
    }

    @Test
    void upgradeGoesToTheHeadAndPrintsNothingButProgress() {
        Shell.Result result = shell.run("upgrade");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                        upgrading shop@localhost from base to 0003
                          + 0001  create users          N ms
                          + 0002  add message metrics   N ms
                          + 0003  drop legacy           N ms
                        shop@localhost is at 0003 (head)
                        """);
        assertThat(shell.databaseContent()).contains("t0001", "t0002", "t0003", "0003");
    }

    @Test
    void downgradeTakesARelativeTargetWithoutQuotes() {
        shell.run("upgrade");

        Shell.Result result = shell.run("downgrade", "-1");

        assertThat(result.err()).isEqualTo("""
                        downgrading shop@localhost from 0003 to 0002
                          - 0003  drop legacy   N ms
                        shop@localhost is at 0002
                        to go up:   limbeck upgrade
                        """);
        assertThat(shell.databaseContent()).contains("0002").doesNotContain("t0003");
    }

    @Test
    void upgradeTakesARelativeTarget() {
        shell.run("upgrade", "+1");
        assertThat(shell.databaseContent()).contains("0001");

        shell.run("upgrade", "+2");
        assertThat(shell.databaseContent()).contains("0003");
    }

    @Test
    void aSecondUpgradeHasNothingToDo() {
        shell.run("upgrade", "head");

        assertThat(shell.run("upgrade").err()).isEqualTo("shop@localhost is at 0003 (head), there was nothing to do\n");
    }

    @Test
    void downgradeToBaseLeavesNoTable() {
        shell.run("upgrade");

        assertThat(shell.run("downgrade", "base").exit()).isZero();

        assertThat(shell.databaseContent()).containsExactly("limbeck_history", "limbeck_version");
    }

    @Test
    void stampOnlyMovesTheRow() {
        Shell.Result result = shell.run("stamp", "0002");

        assertThat(result.err())
                .contains("stamping shop@localhost from base to 0002")
                .endsWith("shop@localhost is at 0002\nto go up:   limbeck upgrade\n");
        assertThat(shell.databaseContent()).containsExactly("limbeck_history", "limbeck_version", "0002");
    }

    @Test
    void stampWithPurgeForgetsARevisionWhoseFileIsGone() {
        shell.migration("0009", "0003", "other").run("stamp", "0009");
        assertThat(folder.resolve("migrations/0009.sql").toFile().delete()).isTrue();
        assertThat(shell.run("upgrade").err()).startsWith("error[L050]");

        assertThat(shell.run("stamp", "--purge", "0003").exit()).isZero();

        assertThat(shell.databaseContent()).contains("0003").doesNotContain("0009");
    }

    @Test
    void aFailedStatementIsShownWithItsPlaceAndWhatIsLeft() {
        shell.migration("0004", "0003", "coupons", "CREATE TABLE c (valid timestampz);", "DROP TABLE c;");

        Shell.Result result = shell.run("upgrade");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).endsWith("""
                          + 0003  drop legacy           N ms
                        error[L031]: statement 1 of 1 of 0004 coupons failed
                          --> migrations/0004.sql:6

                          CREATE TABLE c (valid timestampz)
                                                ^
                          type "timestampz" does not exist (42704)

                          The transaction was rolled back: shop@localhost is still at 0003.
                          hint: there is a type with a similar name: timestamptz
                        """);
        assertThat(shell.databaseContent()).contains("0003").doesNotContain("c");
    }

    @Test
    void aTagIsRecordedWithWhoRanIt() {
        shell.run("upgrade", "+1", "--tag", "release 7");

        assertThat(shell.query("SELECT h::text FROM limbeck_history h")).anyMatch(row -> row.contains("(release 7)"));
    }

    @Test
    void quietPrintsOnlyProblems() {
        Shell.Result result = shell.run("upgrade", "-q");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEmpty();
        assertThat(shell.run("upgrade", "nope", "--quiet").err()).startsWith("error[L010]");
    }

    @Test
    void ensureVersionCreatesTheTablesOnly() {
        assertThat(shell.run("ensure-version").err())
                .isEqualTo("shop@localhost has limbeck_version and limbeck_history\n");

        assertThat(shell.databaseContent()).containsExactly("limbeck_history", "limbeck_version");
    }

    @Test
    void settingsAreOptions() {
        shell.run("--version-table", "versions", "upgrade", "--history-table=runs");

        assertThat(shell.databaseContent()).contains("versions", "runs").doesNotContain("limbeck_version");
    }

    @Test
    void aMigrationInJavaIsCompiledAndRun() {
        shell.file("migrations/M0004_Tags.java", """
                import static org.limbeck.migration.Ddl.*;
                import org.limbeck.migration.*;

                @Revision(id = "0004", revises = "0003", message = "tags")
                public class M0004_Tags implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("tags", column("id", bigint()).notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("tags");
                    }
                }
                """);

        assertThat(shell.run("upgrade").err()).endsWith("shop@localhost is at 0004 (head)\n");
        assertThat(shell.databaseContent()).contains("tags");
    }
}
