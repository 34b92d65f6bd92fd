package org.limbeck.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param folder the working folder
 * @param environment the environment variables
 * @param in what a person types
 * @param out takes data
 * @param err takes progress and problems
 * @param terminal which of the three are a terminal
 * @param unicode whether a terminal shows more than ASCII
 */
record Surroundings(
        Path folder,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Terminal terminal,
        boolean unicode) {

    /** Which streams are a terminal. */
    record Terminal(boolean in, boolean out, boolean err) {

        static final Terminal NONE = new Terminal(false, false, false);
    }

    /** Those of this process. */
    static Surroundings ofProcess(PrintStream out, PrintStream err, boolean unicode) {
        return new Surroundings(
                Path.of("").toAbsolutePath(), System.getenv(), System.in, out, err, TerminalCheck.ofProcess(), unicode);
    }
}
