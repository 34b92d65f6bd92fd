package org.limbeck.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.takeover.Version;

/** The files of a Flyway project in Flyway's order. */
final class FlywayFiles {

    final Map<Version, FlywayFile> versioned = new TreeMap<>();
    final Map<Version, FlywayFile> undo = new TreeMap<>();
    final Map<Version, FlywayFile> baselines = new TreeMap<>();
    final Map<String, FlywayFile> repeatable = new TreeMap<>();
    final List<FlywayFile> callbacks = new ArrayList<>();

    private FlywayFiles() {}

    /** @param shown makes of a file what the user would type */
    static FlywayFiles find(List<Path> locations, FlywayNames names, UnaryOperator<Path> shown) {
        FlywayFiles files = new FlywayFiles();
        for (Path location : locations) {
            try (Stream<Path> walked = Files.walk(location)) {
                for (Path path : walked.filter(Files::isRegularFile).sorted().toList()) {
                    Optional<FlywayNames.Name> name =
                            names.read(path.getFileName().toString());
                    name.ifPresent(read -> files.add(
                            new FlywayFile(read, path, shown.apply(path).toString())));
                }
            } catch (IOException exception) {
                throw Problem.of(
                                ProblemCode.FILE_NOT_READ,
                                shown.apply(location) + " is not a folder that can be listed")
                        .evidence(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                        .exception(exception);
            }
        }
        return files;
    }

    private void add(FlywayFile file) {
        switch (file.name().kind()) {
            case VERSIONED -> unique(versioned.putIfAbsent(file.version(), file), file);
            case UNDO -> unique(undo.putIfAbsent(file.version(), file), file);
            case BASELINE -> unique(baselines.putIfAbsent(file.version(), file), file);
            case REPEATABLE -> unique(repeatable.putIfAbsent(file.name().description(), file), file);
            case CALLBACK -> callbacks.add(file);
        }
    }

    private static void unique(@Nullable FlywayFile before, FlywayFile file) {
        if (before != null && !before.path().equals(file.path())) {
            throw Problem.of(
                            ProblemCode.IMPORT_NOT_READ,
                            "two migrations have the version "
                                    + (file.name().version().isEmpty()
                                            ? file.name().description()
                                            : file.name().version()))
                    .at(Place.of(file.shown()))
                    .evidence("the other one is " + before.shown())
                    .databaseState("Nothing was written.")
                    .exception();
        }
    }
}
