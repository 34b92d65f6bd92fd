package org.limbeck.jpa.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.CacheFolder;

/**
 * The class path that Maven computes for a project.
 *
 * @param cacheFolder where answers are kept, a file for each state of the poms
 * @param notes is told that Maven is asked, which takes seconds
 */
record MavenClassPath(Path cacheFolder, Consumer<String> notes) {

    static final String EXAMPLE = "class-path = target/classes:lib/hibernate-core.jar";

    private static final String ENDING = ".class-path";
    private static final String ERROR = "[ERROR]";
    private static final String GENERAL_ADVICE = "To see the full stack trace";
    private static final Pattern COLOR = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final int MOST_LINES = 10;

    List<Path> of(MavenProject project) {
        Path file = cacheFolder.resolve(project.fingerprint() + ENDING);
        return cached(file).orElseGet(() -> {
            notes.accept(
                    "asking Maven for the class path of " + project.folder() + " (once, and when a pom.xml changes)");
            List<Path> answer = ask(project);
            keep(file, answer);
            return answer;
        });
    }

    /** What was answered, if all of it is still there. */
    private static Optional<List<Path>> cached(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<Path> paths = lines.map(Path::of).toList();
            return paths.stream().allMatch(Files::exists) ? Optional.of(paths) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void keep(Path file, List<Path> paths) {
        try {
            CacheFolder.create(cacheFolder);
            Path temporary = Files.createTempFile(cacheFolder, ".new", ".tmp");
            Files.write(temporary, paths.stream().map(Path::toString).toList());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // Maven is asked again.
            return;
        }
    }

    private static List<Path> ask(MavenProject project) {
        MavenProgram maven = MavenProgram.find(project);
        MavenProgram.Answer answer = maven.classPath(project, true);
        if (answer.failed()) {
            // What is missing in the local repository can be fetched.
            answer = maven.classPath(project, false);
        }
        if (answer.failed()) {
            List<String> evidence = errors(answer.output());
            throw Problem.of(
                            ProblemCode.CLASS_PATH_UNKNOWN,
                            "Maven could not tell the class path of " + project.folder())
                    .at(Place.of(project.folder().resolve("pom.xml").toString()))
                    .evidence(evidence.subList(0, Math.min(MOST_LINES, evidence.size())))
                    .hint("to see all that Maven says", answer.command())
                    .hint("to do without Maven, in limbeck.properties", EXAMPLE)
                    .exception();
        }
        return paths(answer.classPath());
    }

    /** What is wrong, without the general advice that Maven puts below. */
    private static List<String> errors(List<String> output) {
        List<String> errors = output.stream()
                .map(line -> COLOR.matcher(line).replaceAll(""))
                .takeWhile(line -> !line.contains(GENERAL_ADVICE))
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.substring(ERROR.length()).strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return errors.isEmpty() ? output : errors;
    }

    private static List<Path> paths(String classPath) {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.strip().split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry));
            }
        }
        return List.copyOf(paths);
    }
}
