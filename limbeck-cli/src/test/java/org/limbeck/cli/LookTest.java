package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows revisions and where the database is; changes nothing. */
final class LookTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeProject() {
        shell = new Shell(folder)
                .sqlProject()
                .migration("0001", "", "create users")
                .migration("0002", "0001", "full name and phone")
                .migration("0003", "0001", "add coupons")
                .migration("0004", "0002, 0003", "merge coupons");
    }

    @Test
    void historyDrawsTheGraphWithoutADatabase() {
        Shell.Result result =
                shell.set("LIMBECK_URL", "postgresql://nobody@localhost:1/none").run("history");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                        •    0004  merge coupons         head, merge point
                        ├─╮
                        • │  0002  full name and phone
                        │ •  0003  add coupons
                        ├─╯
                        •    0001  create users          branch point, base
                        """);
    }

    @Test
    void historyShowsWhatIsApplied() {
        shell.run("upgrade", "0002");

        assertThat(shell.run("history", "-i").out()).isEqualTo("""
                        ○    0004  merge coupons         head, merge point
                        ├─╮
                        ● │  0002  full name and phone   current
                        │ ○  0003  add coupons
                        ├─╯
                        ●    0001  create users          branch point, base
                        """);
    }

    @Test
    void historyIsDrawnInAsciiWhereTheTerminalKnowsNoMore() {
        assertThat(shell.ascii().run("history").out()).isEqualTo("""
                        *    0004  merge coupons         head, merge point
                        |-\\
                        * |  0002  full name and phone
                        | *  0003  add coupons
                        |-/
                        *    0001  create users          branch point, base
                        """);
    }

    @Test
    void historyOfARange() {
        assertThat(shell.run("history", "-r", "0001:0002").out()).isEqualTo("""
                        •  0002  full name and phone
                        •  0001  create users          branch point, base
                        """);
    }

    @Test
    void currentPrintsTheRevisionAndAdvises() {
        shell.run("upgrade", "0002");

        Shell.Result result = shell.run("current");

        assertThat(result.out()).isEqualTo("0002  full name and phone\n");
        assertThat(result.err())
                .isEqualTo("shop@localhost is at 0002, 2 revisions are pending; to go up:   limbeck upgrade\n");
    }

    @Test
    void currentAtTheHeadSaysOnlyThat() {
        shell.run("upgrade");

        Shell.Result result = shell.run("current");

        assertThat(result.out()).isEqualTo("0004  merge coupons   head, merge point\n");
        assertThat(result.err()).isEmpty();
        assertThat(shell.run("current", "--check-heads").exit()).isZero();
    }

    @Test
    void currentCreatesNothing() {
        assertThat(shell.run("current").exit()).isZero();

        assertThat(shell.databaseContent()).isEmpty();
    }

    @Test
    void checkHeadsIsAFinding() {
        Shell.Result result = shell.run("current", "--check-heads");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).isEqualTo("""
                        error[L053]: shop@localhost is at base, 4 revisions are pending

                          hint: to see them:   limbeck history --indicate-current
                                to run them:   limbeck upgrade heads
                        """);
    }

    @Test
    void headsAndBranches() {
        assertThat(shell.run("heads").out()).isEqualTo("0004  merge coupons   head, merge point\n");
        assertThat(shell.run("branches").out()).isEqualTo("""
                        0001  create users          branch point, base
                          0002  full name and phone
                          0003  add coupons
                        """);
    }

    @Test
    void showTellsAll() {
        assertThat(shell.run("show", "head").out()).isEqualTo("""
                        0004  merge coupons   head, merge point
                          revises:     0002, 0003
                          file:        migrations/0004.sql:1
                        """);
        shell.run("upgrade", "0001");
        assertThat(shell.run("show", "current").out()).startsWith("0001  create users   current");
    }

    @Test
    void checkGraphCounts() {
        assertThat(shell.run("check-graph").out()).isEqualTo("4 revisions, 1 head\n");
    }

    @Test
    void aProgramGetsJson() {
        assertThat(shell.run("current", "--format", "json").out()).isEqualTo("""
                        {
                          "database" : "shop@localhost",
                          "rows" : [ ],
                          "atHeads" : false,
                          "pending" : 4,
                          "unknown" : [ ],
                          "revisions" : [ ],
                          "takenOverFrom" : null
                        }
                        """);
        assertThat(shell.run("heads", "--format=json").out())
                .contains("\"revision\" : \"0004\"", "\"revises\" : [ \"0002\", \"0003\" ]");
        Shell.Result run = shell.run("upgrade", "0001", "--format", "json");
        assertThat(run.out()).contains("\"after\" : [ \"0001\" ]", "\"direction\" : \"upgrade\"", "\"duration\" : ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aProblemForAProgramIsJsonToo() {
        Shell.Result result = shell.run("upgrade", "nope", "--format", "json");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("{\n  \"code\" : \"L010\"").endsWith("}\n");
    }

    @Test
    void colourIsAnAddition() {
        String plain = shell.run("history").out();
        String colored = shell.run("history", "--color", "always").out();

        assertThat(colored).contains("\u001B[");
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(shell.typing("").run("heads").out()).contains("\u001B[");
        assertThat(shell.set("NO_COLOR", "1").run("heads").out()).doesNotContain("\u001B[");
    }
}
