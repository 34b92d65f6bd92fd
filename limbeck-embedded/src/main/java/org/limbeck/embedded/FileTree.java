package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Whole folders, never following symbolic links. */
final class FileTree {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FileTree() {}

    /**
     * Deletes a file or folder with everything in it, if it is there. Bears with files that vanish or come meanwhile:
     * a killed process leaves children that notice only when their files are gone.
     */
    static void delete(Path root) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.walkFileTree(root, everyEntry(Files::deleteIfExists));
            } catch (DirectoryNotEmptyException filledMeanwhile) {
                if (System.nanoTime() > end) {
                    throw filledMeanwhile;
                }
                Pause.millis(20);
            }
        }
    }

    /** Gives a file or folder with everything in it to a user of the operating system. */
    static void give(Path root, Account account) throws IOException {
        if (account.owns(root)) {
            return;
        }
        // The root comes last: an interrupted change is then seen and repeated by the next call.
        Files.walkFileTree(root, everyEntry(account::give));
    }

    /** The sum of the sizes of all files, in bytes. */
    static long size(Path root) throws IOException {
        AtomicLong sum = new AtomicLong();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum.addAndGet(attributes.isRegularFile() ? attributes.size() : 0);
                return FileVisitResult.CONTINUE;
            }
        });
        return sum.get();
    }

    /** Sets permissions such as {@code rwx------} where the file system knows them. */
    static void permit(Path path, String permissions) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private interface Action {
        void on(Path path) throws IOException;
    }

    private static FileVisitor<Path> everyEntry(Action action) {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.on(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                action.on(folder);
                return FileVisitResult.CONTINUE;
            }
        };
    }
}
