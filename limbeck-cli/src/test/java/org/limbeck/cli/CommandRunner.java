package org.limbeck.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limbeck.cli.Surroundings.Terminal;

/** Runs commands in this process, as a shell would without a terminal, for tests of other packages. */
public final class CommandRunner {

    private CommandRunner() {}

    /** Returns the exit code. */
    public static int run(
            Path folder, Map<String, String> environment, PrintStream out, PrintStream err, List<String> words) {
        Surroundings surroundings =
                new Surroundings(folder, environment, InputStream.nullInputStream(), out, err, Terminal.NONE, true);
        return Command.run(surroundings, words.toArray(new String[0]));
    }
}
