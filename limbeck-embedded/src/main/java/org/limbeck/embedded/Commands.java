package org.limbeck.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs short programs. */
final class Commands {

    /**
     * @param exitCode the program's exit code; -1 where it could not be started or did not end in time
     * @param output what it wrote, both streams
     */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private Commands() {}

    /** Runs a program whose output is a few lines. Never throws because of the program. */
    static Result run(List<String> command, String input, Duration timeout) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException endedWithoutReading) {
                // The exit code tells.
            }
            if (!ended(process, timeout)) {
                return new Result(-1, "no end within " + timeout.toSeconds() + " s");
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.exitValue(), output.strip());
        } catch (IOException notStarted) {
            return new Result(-1, String.valueOf(notStarted.getMessage()));
        }
    }

    /** Runs a program that writes to a file, and returns its exit code. */
    static int runInto(Path log, List<String> command, Duration timeout) throws IOException {
        Process process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return ended(process, timeout) ? process.exitValue() : -1;
    }

    /** A builder whose environment does not lead PostgreSQL's programs astray. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.remove("LANGUAGE");
        // The caller's folder may be unreadable for the server's user, or deleted while the server runs.
        Path root = Path.of("").toAbsolutePath().getRoot();
        if (root != null) {
            builder.directory(root.toFile());
        }
        return builder;
    }

    private static boolean ended(Process process, Duration timeout) {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw Trouble.interrupted("a program of PostgreSQL ran", interrupted);
        }
    }
}
