package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Writes a file as a whole or not at all. */
final class WrittenFile {

    private WrittenFile() {}

    static void replace(Path file, String text) {
        try {
            // Not a temporary file of the JDK's, which nobody else could read.
            Path draft = file.toAbsolutePath()
                    .resolveSibling(".limbeck-" + ProcessHandle.current().pid() + ".tmp");
            try {
                Files.writeString(draft, text);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failure) {
            throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, file + " could not be written")
                    .at(Place.of(file.toString()))
                    .evidence(failure.getClass().getSimpleName() + ": " + failure.getMessage())
                    .exception(failure);
        }
    }
}
