package org.limbeck.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.limbeck.cli.Surroundings.Terminal;

/** Runs commands in this process, as a shell would without a terminal. */
public final class Commands {

    /** What a command printed to both streams, and its exit code. */
    public record Result(int exit, String printed) {}

    private Commands() {}

    public static Result run(Path folder, Map<String, String> environment, String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int exit = Command.run(
                new Surroundings(
                        folder, environment, InputStream.nullInputStream(), stream, stream, Terminal.NONE, true),
                words);
        return new Result(exit, printed.toString(StandardCharsets.UTF_8));
    }
}
