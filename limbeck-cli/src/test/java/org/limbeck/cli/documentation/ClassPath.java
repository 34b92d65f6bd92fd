package org.limbeck.cli.documentation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a project with entities has on its class path: Limbeck and Hibernate. */
final class ClassPath {

    private ClassPath() {}

    /** Elements as in a Java class path. */
    static String text() {
        return elements().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> elements() {
        List<Path> elements = new ArrayList<>();
        // Surefire may start the tests from a jar that only names the class path.
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String element : tests.split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            if (Files.exists(path) && !path.endsWith("test-classes")) {
                elements.add(path);
            }
        }
        try (Stream<Path> jars = Files.list(Repository.root().resolve("limbeck-cli/target/hibernate"))) {
            jars.sorted().forEach(elements::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return elements;
    }
}
