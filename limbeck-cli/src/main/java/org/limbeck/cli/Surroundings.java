package org.limbeck.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.jpa.project.ProjectClassPath;

/**
 * What a command sees of the world.
 *
 * @param folder the working folder
 * @param environment the environment variables
 * @param in what a person types
 * @param out takes data
 * @param output what is below that, where this process writes itself; else null
 * @param err takes what is said about them, and problems
 * @param terminal which of the three are a terminal
 * @param unicode whether a terminal shows more than ASCII
 * @param progress takes what a run does, while it does it
 * @param project where the project's classes are; null where its build tool must be asked
 * @param spelling makes of a command line, or of an option alone, what is typed here
 */
record Surroundings(
        Path folder,
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        @Nullable StandardOutput output,
        PrintStream err,
        Terminal terminal,
        boolean unicode,
        PrintStream progress,
        @Nullable ProjectClassPath project,
        UnaryOperator<String> spelling) {

    /** Those of a command line. */
    Surroundings(
            Path folder,
            Map<String, String> environment,
            InputStream in,
            PrintStream out,
            PrintStream err,
            Terminal terminal,
            boolean unicode) {
        this(folder, environment, in, out, null, err, terminal, unicode, err, null, UnaryOperator.identity());
    }

    /** Which streams are a terminal. */
    record Terminal(boolean in, boolean out, boolean err) {

        static final Terminal NONE = new Terminal(false, false, false);
    }

    /** Those of this process. */
    static Surroundings ofProcess(PrintStream out, StandardOutput output, PrintStream err, boolean unicode) {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                System.in,
                out,
                output,
                err,
                TerminalCheck.ofProcess(),
                unicode,
                err,
                null,
                UnaryOperator.identity());
    }
}
