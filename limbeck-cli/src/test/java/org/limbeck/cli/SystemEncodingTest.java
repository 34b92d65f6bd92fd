package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where Java can't read a name, nothing is done to what it takes for it. */
final class SystemEncodingTest {

    /** This source is ASCII for the sake of shells without a locale, so the name is made by printf. */
    private static final String FOLDER = "name=$(printf 'gr\\303\\266\\303\\237e')\nmkdir \"$name\"\ncd \"$name\"\n";

    @TempDir
    private Path folder;

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int exit = CommandRunner.run(
                folder.resolve("gr????e"),
                Map.of("LANG", "de_DE.UTF-8"),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                List.of("config"));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("error[L025]: the name of the working folder cannot be read as ")
                .contains("the encoding of the locale LANG=de_DE.UTF-8", "gr????e");
    }

    @Test
    void theProjectIsFoundOrNothingIsDone() throws Exception {
        assertThat(said(FOLDER + "echo migrations=here >limbeck.properties\nlimbeck config"))
                .containsAnyOf("error[L025]: the name of the working folder", "limbeck.properties");
    }

    @Test
    void norIsAnotherFolderTakenForIt() throws Exception {
        assertThat(said("mkdir 'gr????e'\necho migrations=another >'gr????e/limbeck.properties'\n" + FOLDER
                        + "limbeck config"))
                .doesNotContain("another")
                .containsAnyOf("export LC_ALL=C.UTF-8", "embedded");
    }

    @Test
    void noWordIsWrittenThatWasNotTyped() throws Exception {
        said("limbeck init\nlimbeck revision --id 0001 -m $(printf 'gr\\303\\266\\303\\237e')");

        assertThat(said("cat src/main/java/db/migration/*0001* 2>/dev/null")).doesNotContain("\uFFFD");
    }

    private String said(String script) throws IOException, InterruptedException {
        return new ShellScript(folder).said(script);
    }
}
