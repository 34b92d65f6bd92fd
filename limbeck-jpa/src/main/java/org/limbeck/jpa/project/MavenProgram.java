package org.limbeck.jpa.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The program {@code mvn}, or the wrapper that a project has.
 *
 * @param program its file
 */
record MavenProgram(Path program) {

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final long MOST_MINUTES = 10;

    /**
     * What a run of Maven gave.
     *
     * @param command how it can be repeated
     * @param failed whether there is no class path
     * @param output what it printed
     * @param classPath the answer; empty if it failed, or if nothing is used
     */
    record Answer(String command, boolean failed, List<String> output, String classPath) {}

    static MavenProgram find(MavenProject project) {
        Path wrapper = project.root().resolve(WINDOWS ? "mvnw.cmd" : "mvnw");
        if (Files.isExecutable(wrapper)) {
            return new MavenProgram(wrapper);
        }
        Map<String, String> environment = System.getenv();
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, WINDOWS ? "mvn.cmd" : "mvn"))
                .filter(Files::isExecutable)
                .map(MavenProgram::new)
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemCode.CLASS_PATH_UNKNOWN,
                                "there is no mvn on the PATH to ask for the class path of " + project.folder())
                        .hint("in limbeck.properties", MavenClassPath.EXAMPLE)
                        .exception());
    }

    Answer classPath(MavenProject project, boolean offline) {
        Path answer = null;
        Path output = null;
        try {
            answer = Files.createTempFile("limbeck", ".class-path");
            output = Files.createTempFile("limbeck", ".maven");
            List<String> command = command(project, offline);
            String shown = String.join(" ", command);
            command.add("-Dmdep.outputFile=" + answer);
            Process process = new ProcessBuilder(command)
                    .directory(project.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroy();
            }
            boolean failed = !ended || process.exitValue() != 0;
            return new Answer(
                    shown,
                    failed,
                    Files.readAllLines(output, Charset.defaultCharset()),
                    failed ? "" : Files.readString(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.CLASS_PATH_UNKNOWN, "the run of Maven was interrupted")
                    .exception(e);
        } finally {
            delete(answer);
            delete(output);
        }
    }

    /** Other modules have no jar yet: Maven takes their folders of classes when it compiles them in the same run. */
    private List<String> command(MavenProject project, boolean offline) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-B"));
        if (offline) {
            command.add("-o");
        }
        if (project.isModule()) {
            command.addAll(List.of("-pl", project.moduleName(), "-am", "compile"));
        }
        command.add("dependency:build-classpath");
        return command;
    }

    private static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException busy) {
                // Temporary files are cleared by the system.
                return;
            }
        }
    }
}
