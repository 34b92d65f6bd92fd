package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where the programs of PostgreSQL may be unpacked, once per user. */
final class CacheFolders {

    private CacheFolders() {}

    /** The usual folders, best first: the user's cache, then one of the user's own below the temporary folder. */
    static List<Path> usual() {
        List<Path> folders = new ArrayList<>();
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && Path.of(configured).isAbsolute()) {
            folders.add(Path.of(configured, "limbeck"));
        } else {
            Path home = Path.of(System.getProperty("user.home", ""));
            if (home.isAbsolute() && Files.isDirectory(home)) {
                folders.add(home.resolve(".cache").resolve("limbeck"));
            }
        }
        String user = System.getProperty("user.name", "user").replaceAll("[^A-Za-z0-9_-]", "_");
        folders.add(Path.of(System.getProperty("java.io.tmpdir"), "limbeck-" + user));
        return List.copyOf(folders);
    }

    /** Creates the folder if need be; false where this user cannot write there or somebody else could. */
    static boolean usable(Path folder) {
        try {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try {
                Files.createDirectory(folder);
                // PostgreSQL may have to run as another user, who must be able to read what is unpacked.
                FileTree.permit(folder, "rwxr-xr-x");
            } catch (FileAlreadyExistsException usual) {
                // Its owner is checked below.
            }
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isOurs(folder);
        } catch (IOException unusable) {
            return false;
        }
    }

    /** Programs are run from here, so a folder that another user prepared must not be taken. */
    private static boolean isOurs(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".probe-", "");
        try {
            if (!FileTree.isPosix(folder)) {
                return true;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            return Files.getOwner(folder).equals(Files.getOwner(probe))
                    && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } finally {
            Files.delete(probe);
        }
    }
}
