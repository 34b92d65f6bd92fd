package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be written is not taken for written. */
final class StandardOutputTest {

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeWrittenIsAProblem() throws Exception {
        assertThat(said("limbeck config >&-; echo exit code $?"))
                .startsWith("error[L024]: the standard output could not be written\n")
                .contains("Bad file descriptor", "what was written so far is incomplete")
                .endsWith("exit code 1\n");
    }

    @Test
    void whatCannotBeWrittenIsAProblemForProgramsToo() throws Exception {
        assertThat(said("limbeck config --format json >&-; echo exit code $?"))
                .startsWith("{")
                .contains("\"code\" : \"L024\"")
                .endsWith("exit code 1\n");
    }

    @Test
    void aReaderThatHasSeenEnoughIsNone() throws Exception {
        assertThat(said("{ limbeck config; echo exit code $? >&2; } | true")).isEqualTo("exit code 0\n");
    }

    /** What a shell with a function for the command writes to either stream, without colors. */
    private String said(String script) throws IOException, InterruptedException {
        String function = "limbeck() { \"$java\" -cp \"$classes\" " + Main.class.getName() + " \"$@\"; }\n";
        // The output of the command is what goes wrong, so all is read where errors go.
        ProcessBuilder builder =
                new ProcessBuilder("sh", "-c", "exec 2>&1\n" + function + script).directory(folder.toFile());
        builder.environment()
                .put(
                        "java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("classes", System.getProperty("java.class.path"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
