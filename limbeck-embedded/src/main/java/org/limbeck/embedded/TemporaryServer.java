package org.limbeck.embedded;

import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.limbeck.problem.LimbeckException;

/** A server for tests: fast, not safe against crashes, gone when closed or when this process ends, however it ends. */
public final class TemporaryServer implements AutoCloseable {

    private static final String FOLDER = "limbeck-postgresql-";

    private final ServerFolder folder;
    private final FolderLock lock;
    private final RunningServer server;
    private final Thread atExit;

    private TemporaryServer(ServerFolder folder, FolderLock lock, RunningServer server) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.atExit = new Thread(() -> discard(folder, lock), "embedded-postgresql-shutdown");
    }

    static TemporaryServer start(OptionalInt major, List<Path> caches) {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(parent);
            Path root = Files.createTempDirectory(parent, ownPrefix()).toRealPath();
            ServerFolder folder = new ServerFolder(root);
            FolderLock lock = FolderLock.tryAcquire(folder.lock());
            if (lock == null) {
                throw new IOException("somebody else took " + root);
            }
            return start(folder, lock, major, caches, parent);
        } catch (IOException failure) {
            throw Trouble.from("no temporary server could be started in " + parent, failure);
        }
    }

    private static TemporaryServer start(
            ServerFolder folder, FolderLock lock, OptionalInt major, List<Path> caches, Path parent)
            throws IOException {
        try {
            RunningServer server = new ServerControl(
                            folder, parent, Purpose.TEST, major, caches, ServerListener.silent())
                    .bringUp("postgres");
            TemporaryServer started = new TemporaryServer(folder, lock, server);
            Runtime.getRuntime().addShutdownHook(started.atExit);
            return started;
        } catch (IOException | LimbeckException failure) {
            discard(folder, lock);
            throw failure;
        }
    }

    /** The server's version, for example {@code 18.6}. */
    public String version() {
        return server.version();
    }

    /** The server with its maintenance database {@code postgres}. */
    public RunningServer server() {
        return server;
    }

    /** Creates an empty database with a name of its own. */
    public DatabaseAccess createDatabase() {
        return createDatabase("test_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Creates an empty database; one that is there already is left as it is. */
    public DatabaseAccess createDatabase(String name) {
        try {
            Attachment.createDatabase(server.port(), server.access().password(), name);
            return DatabaseAccess.to(server.port(), name, server.access().password());
        } catch (IOException failure) {
            throw Trouble.from("the database " + name + " could not be created", failure);
        }
    }

    /** Stops the server and deletes its data. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            return;
        }
        discard(folder, lock);
    }

    private static void discard(ServerFolder folder, FolderLock lock) {
        try (lock) {
            Shutdown.stop(folder);
            FileTree.delete(folder.root());
        } catch (IOException | LimbeckException leftover) {
            // Nothing that a test could do about it; the next start sweeps.
        }
    }

    /** Removes what killed processes left: their lock is free. */
    private static void sweep(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, FOLDER + "*")) {
            for (Path candidate : folders) {
                // Opening and closing the lock file of a server of this very process would release its lock.
                if (!candidate.getFileName().toString().startsWith(ownPrefix())) {
                    sweepOne(candidate);
                }
            }
        }
    }

    private static void sweepOne(Path candidate) {
        try {
            ServerFolder folder = new ServerFolder(candidate.toRealPath());
            FolderLock lock = folder.isOurs() ? FolderLock.tryAcquire(folder.lock()) : null;
            if (lock != null) {
                discard(folder, lock);
            }
        } catch (IOException | OverlappingFileLockException notOurs) {
            // Another user's; or in use.
        }
    }

    private static String ownPrefix() {
        return FOLDER + ProcessHandle.current().pid() + "-";
    }
}
