package org.limbeck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Writes a file as a whole or not at all; devices and pipes, which are no files of their own, just get the text. */
final class WrittenFile {

    private WrittenFile() {}

    /** Symbolic links stay; what they lead to is replaced. */
    static void replace(Path file, String text) {
        try {
            if (isStream(file)) {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                replaceFile(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
            }
        } catch (IOException failure) {
            throw Problem.of(ProblemCode.FILE_NOT_WRITTEN, file + " could not be written")
                    .at(Place.of(file.toString()))
                    .evidence(failure.getClass().getSimpleName() + ": " + failure.getMessage())
                    .exception(failure);
        }
    }

    private static boolean isStream(Path file) {
        if (Files.isRegularFile(file)) {
            // To /dev/stdout others have written and will write, even where it is a file.
            return file.startsWith("/dev") && Files.isSymbolicLink(file);
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void replaceFile(Path file, String text) throws IOException {
        // Not a temporary file of the JDK's, which nobody else could read.
        Path draft = file.resolveSibling(".limbeck-" + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
