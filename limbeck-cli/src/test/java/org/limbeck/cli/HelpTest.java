package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Setting;

/** Every command explains itself. */
final class HelpTest {

    @TempDir
    private Path folder;

    static List<String> verbs() {
        return Verbs.names();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithAnExample(String verb) {
        Shell.Result result = shell().run(verb, "--help");

        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Usage: limbeck " + verb)
                .contains("\nExamples:\n  ")
                .contains("limbeck " + verb);
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void helpOfUpgrade() {
        assertThat(shell().run("upgrade", "-h").out()).startsWith("""
                        Run the migrations that are missing up to a revision.

                        Usage: limbeck upgrade [options] [<target>...]

                        """).endsWith("""

                        Examples:
                          limbeck upgrade                            up to the head
                          limbeck upgrade +1                         one revision up
                          limbeck upgrade 0001:0003 --sql > up.sql   as a script for psql

                        Every setting is an option too; limbeck --help lists them.
                        """);
    }

    @Test
    void theOverviewListsEveryVerbAndEverySetting() {
        Shell.Result result = shell().run("--help");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains(Verbs.names());
        for (Setting setting : Setting.values()) {
            assertThat(result.out()).contains(setting.option() + "=");
        }
    }

    @Test
    void withoutAVerbThereIsHelpAndNoSuccess() {
        Shell.Result result = shell().run();

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: limbeck <command>");
    }

    @Test
    void versionSaysWhatRuns() {
        assertThat(shell().run("--version").out()).startsWith("limbeck ").contains("Java");
    }

    @Test
    void explainKnowsEveryCode() {
        assertThat(shell().run("explain").out().lines())
                .hasSize(ProblemCode.values().length)
                .contains("L012  one head was asked for and there are several");
        assertThat(shell().run("explain", "l012").out()).startsWith("# L012");
    }

    @Test
    void completionKnowsVerbsAndOptions() {
        assertThat(shell().run("completion", "bash").out())
                .contains(Verbs.names())
                .contains("--check-heads", "--version-table");
    }

    private Shell shell() {
        return new Shell(folder).withoutDatabase();
    }
}
