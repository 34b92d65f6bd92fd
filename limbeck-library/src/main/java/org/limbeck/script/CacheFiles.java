package org.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files that may be lost at any time: reading and writing never fails, at worst nothing is cached. */
final class CacheFiles {

    private CacheFiles() {}

    static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Replaces the file as a whole, so that others see the old or the new one.
     *
     * @param cache the folder that the file is in, or below
     */
    static void write(Path cache, Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = null;
        try {
            CacheFolder.create(cache);
            Files.createDirectories(folder);
            temporary = Files.createTempFile(folder, ".new", ".tmp");
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(temporary);
        }
    }

    static void delete(@Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Nobody reads a temporary file; it is only clutter.
                return;
            }
        }
    }
}
