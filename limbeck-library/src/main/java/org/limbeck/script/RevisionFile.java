package org.limbeck.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Writes new files and never over existing ones. */
public final class RevisionFile {

    private RevisionFile() {}

    /**
     * Writes a new file in UTF-8 and makes the folders above it. Either the whole file is there afterwards or nothing.
     *
     * @return the file
     * @throws org.limbeck.problem.LimbeckException with {@code FILE_NOT_WRITTEN} if it exists already or cannot be written
     */
    public static Path write(Path file, String text) {
        boolean created = false;
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(file);
            created = true;
            Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
            return file;
        } catch (FileAlreadyExistsException e) {
            throw existing(file, e);
        } catch (IOException e) {
            if (created) {
                CacheFiles.delete(file);
            }
            throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, file + " could not be written")
                    .at(Place.of(file.toString()))
                    .evidence(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .hint("nothing was left behind; the command can be given again")
                    .exception(e);
        }
    }

    private static RuntimeException existing(Path file, FileAlreadyExistsException cause) {
        boolean target = file.toString().equals(cause.getFile());
        String sentence = target
                ? file + " exists already and is not overwritten"
                : file + " could not be written: " + cause.getFile() + " is not a folder";
        return Problem.of(ProblemCode.FILE_NOT_WRITTEN, sentence)
                .at(Place.of(file.toString()))
                .exception(cause);
    }
}
