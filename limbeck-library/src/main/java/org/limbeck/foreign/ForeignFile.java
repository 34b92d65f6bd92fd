package org.limbeck.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.Utf8;

/** Reads files of other tools. */
final class ForeignFile {

    private ForeignFile() {}

    /**
     * The text of a file without a byte order mark.
     *
     * @param shown the file as the user would type it
     */
    static String text(Path file, String shown) {
        try {
            return Utf8.decode(Files.readAllBytes(file), shown);
        } catch (LimbeckException exception) {
            throw exception.problem().databaseState("Nothing was written.").exception(exception);
        } catch (IOException exception) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, shown + " could not be read")
                    .at(Place.of(shown))
                    .evidence(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                    .databaseState("Nothing was written.")
                    .exception(exception);
        }
    }
}
