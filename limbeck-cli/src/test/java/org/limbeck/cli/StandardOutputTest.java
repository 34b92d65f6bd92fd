package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private String said(String script) throws IOException, InterruptedException {
        return new ShellScript(folder).said(script);
    }
}
