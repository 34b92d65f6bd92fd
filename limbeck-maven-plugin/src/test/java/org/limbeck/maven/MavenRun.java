package org.limbeck.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the Maven that builds this, with the same settings.
 *
 * @param repository where it finds artifacts
 */
record MavenRun(Path repository) {

    private static final long MOST_MINUTES = 10;

    /** What a run said. */
    record Result(int exit, String output) {}

    Result run(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("maven.program"),
                "--batch-mode",
                "--no-transfer-progress",
                "-Dmaven.repo.local=" + repository,
                "-Dlimbeck.version=" + System.getProperty("plugin.version")));
        file("maven.user-settings", "--settings", command);
        file("maven.global-settings", "--global-settings", command);
        if ("offline=true".equals(System.getProperty("maven.network"))) {
            command.add("--offline");
        }
        command.addAll(List.of(words));
        try {
            Path output = Files.createTempFile("limbeck", ".maven");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void file(String property, String option, List<String> command) {
        String file = System.getProperty(property, "");
        if (new File(file).isFile()) {
            command.addAll(List.of(option, file));
        }
    }
}
