package org.limbeck.jpa.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Where a project's classes are and what they use.
 *
 * @param sourceFolders its Java sources
 * @param outputFolders its own classes
 * @param classPath its libraries, and the classes of the other modules of its build
 */
public record ProjectClassPath(List<Path> sourceFolders, List<Path> outputFolders, List<Path> classPath) {

    public ProjectClassPath {
        sourceFolders = List.copyOf(sourceFolders);
        outputFolders = List.copyOf(outputFolders);
        classPath = List.copyOf(classPath);
    }

    /** What exists of it as one path, its own classes first. */
    public String text() {
        return Stream.concat(outputFolders.stream(), classPath.stream())
                .filter(Files::exists)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Finds out about a project by its build tool. Maven is asked once and again when a pom.xml of the build changed; it
     * works offline where it can. Of a project in several modules the others are compiled, because Maven doesn't know
     * their class path otherwise.
     *
     * @param folder the project's folder
     * @param cacheFolder where the answer is kept
     * @param notes is told what may take long, before it is done
     * @throws org.limbeck.problem.LimbeckException with {@code CLASS_PATH_UNKNOWN} if there is no Maven, it fails, or the
     *     project isn't one of Maven's
     */
    public static ProjectClassPath of(Path folder, Path cacheFolder, Consumer<String> notes) {
        if (MavenProject.exists(folder)) {
            return new ProjectClassPath(
                    List.of(folder.resolve("src/main/java")),
                    List.of(folder.resolve("target/classes")),
                    new MavenClassPath(cacheFolder, notes).of(MavenProject.of(folder)));
        }
        boolean gradle =
                Files.exists(folder.resolve("build.gradle")) || Files.exists(folder.resolve("build.gradle.kts"));
        Problem problem = Problem.of(
                        ProblemCode.CLASS_PATH_UNKNOWN,
                        gradle
                                ? folder + " is built by Gradle, which cannot be asked for the class path"
                                : "there is no pom.xml in " + folder + " to find the class path by")
                .at(Place.of(folder.toString()));
        if (gradle) {
            problem = problem.hint(
                    "a task that prints it, for build.gradle",
                    "tasks.register('printClassPath') { doLast { println sourceSets.main.runtimeClasspath.asPath } }");
        }
        throw problem.hint("in limbeck.properties", MavenClassPath.EXAMPLE).exception();
    }
}
