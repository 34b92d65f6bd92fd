package org.limbeck.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

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
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException exception) {
            throw Problem.of(ProblemCode.FILE_ENCODING, shown + " is not UTF-8")
                    .at(Place.of(shown))
                    .databaseState("Nothing was written.")
                    .exception(exception);
        } catch (IOException exception) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, shown + " could not be read")
                    .at(Place.of(shown))
                    .evidence(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                    .databaseState("Nothing was written.")
                    .exception(exception);
        }
    }
}
