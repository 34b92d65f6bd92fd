package org.limbeck.jpa.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A Java source below one of the source folders.
 *
 * @param file where it is
 * @param name the path below the source folder with slashes, without {@code .java}, for example {@code shop/Order}
 */
record SourceFile(Path file, String name) {

    boolean isPackageInfo() {
        return name.endsWith("package-info");
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FileTime time() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
