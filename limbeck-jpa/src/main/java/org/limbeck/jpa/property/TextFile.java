package org.limbeck.jpa.property;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads files of the application. */
final class TextFile {

    private TextFile() {}

    static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, file + " cannot be read: " + e.getMessage())
                    .at(Place.of(file.toString()))
                    .exception(e);
        }
    }
}
