package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacked programs of PostgreSQL.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param version for example {@code 18.6}
 */
record Installation(Path folder, String version) {

    static final String SIZE_FILE = "limbeck-size";

    static int major(String version) {
        int end = 0;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(version.substring(0, end));
    }

    int major() {
        return major(version);
    }

    String program(String name) {
        return program(folder, name);
    }

    static String program(Path folder, String name) {
        Path bin = folder.resolve("bin");
        Path windows = bin.resolve(name + ".exe");
        return (Files.exists(windows) ? windows : bin.resolve(name)).toString();
    }

    /** Whether all that was unpacked is still there: cleaners of temporary folders take single files away. */
    boolean isComplete() {
        try {
            Path sizeFile = folder.resolve(SIZE_FILE);
            return Files.exists(sizeFile)
                    && FileTree.size(folder) - Files.size(sizeFile)
                            == Long.parseLong(Files.readString(sizeFile).strip());
        } catch (IOException | NumberFormatException damaged) {
            return false;
        }
    }
}
