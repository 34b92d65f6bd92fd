package org.limbeck.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz} archive. A class of its own, so that a call that finds all unpacked loads none of this. */
final class Unpacker {

    private Unpacker() {}

    /** Unpacks below a folder; refuses entries that would lie outside. Everybody may read what is unpacked. */
    static void unpack(InputStream archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(folder, entry.getName(), folder));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            createFolder(target);
            return;
        }
        Path parent = Objects.requireNonNull(target.getParent());
        createFolder(parent);
        if (entry.isSymbolicLink()) {
            inside(parent, entry.getLinkName(), parent);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            FileTree.permit(target, executable ? "rwxr-xr-x" : "rw-r--r--");
        } else {
            throw new IOException("the archive has an entry of an unexpected kind: " + entry.getName());
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            FileTree.permit(folder, "rwxr-xr-x");
        }
    }

    private static Path inside(Path base, String name, Path folder) throws IOException {
        Path target = base.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive has an entry that lies outside: " + name);
        }
        return target;
    }
}
