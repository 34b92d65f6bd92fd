package org.limbeck.script;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Lists the .java and .sql files of a folder and its sub-folders, sorted, with what tells whether they changed. Listing is
 * on the way of every command: here, and in {@link HeaderIndex} and {@link Scripts}, plain loops and {@code concat} save
 * the 50 ms that a cold Java needs for its first lambda and its first string template.
 */
final class FolderScan {

    private static final Set<String> NO_MIGRATIONS = Set.of("package-info.java", "module-info.java");

    /**
     * A file that may be a migration.
     *
     * @param relative its path inside the folder, with slashes
     * @param size its size in bytes
     * @param modified when it was modified, in nanoseconds since 1970
     * @param identity what changes when another file takes its name; 0 where the file system has nothing like that
     */
    record Found(Path path, String relative, long size, long modified, int identity) {}

    private final Set<String> seen;
    private final List<Found> found = new ArrayList<>();

    private FolderScan(Set<String> seen) {
        this.seen = seen;
    }

    /**
     * Lists a folder. One that doesn't exist has no files.
     *
     * @param seen real paths of files and folders that were listed already; they are skipped and new ones added
     */
    static List<Found> files(Path folder, Set<String> seen) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        FolderScan scan = new FolderScan(seen);
        try {
            scan.folder(folder, folder.toRealPath().toString(), "");
        } catch (IOException e) {
            throw Script.unreadable(folder.toString(), e);
        }
        return scan.found;
    }

    private void folder(Path folder, String realPath, String prefix) throws IOException {
        if (!seen.add(realPath)) {
            return;
        }
        // The cheapest listing that the JDK has: names only, one call.
        String[] names = folder.toFile().list();
        if (names == null) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, folder + " is not a folder that can be listed")
                    .at(Place.of(folder.toString()))
                    .exception();
        }
        Arrays.sort(names);
        for (String name : names) {
            if (name.charAt(0) != '.' && !NO_MIGRATIONS.contains(name)) {
                entry(folder.resolve(name), realPath.concat(File.separator).concat(name), prefix.concat(name));
            }
        }
    }

    private void entry(Path path, String realPath, String relative) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String real = realPath;
        if (attributes.isSymbolicLink()) {
            real = path.toRealPath().toString();
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        }
        if (attributes.isDirectory()) {
            folder(path, real, relative.concat("/"));
        } else if (isMigration(relative) && seen.add(real)) {
            Object key = attributes.fileKey();
            found.add(new Found(
                    path,
                    relative,
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                    key == null ? 0 : key.hashCode()));
        }
    }

    private static boolean isMigration(String name) {
        return name.endsWith(".sql") || name.endsWith(".java");
    }
}
