package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The PostgreSQL server of a project, for development: it needs no installation, keeps its data, and stays up when the
 * process that started it ends, so that the next one finds it at once.
 *
 * <p>Immutable. All methods that touch the server throw {@link org.limbeck.problem.LimbeckException} with code L070.
 * It listens on 127.0.0.1 only; the password is random and stands in a file that only its owner can read.
 */
public final class EmbeddedPostgres {

    private static final String FOLDER = "postgresql-";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final String database;
    private final OptionalInt major;
    private final List<Path> caches;
    private final ServerListener listener;

    private EmbeddedPostgres(
            Path home, String database, OptionalInt major, List<Path> caches, ServerListener listener) {
        this.home = home.toAbsolutePath().normalize();
        this.database = database;
        this.major = major;
        this.caches = caches;
        this.listener = listener;
    }

    /**
     * The server whose files lie in a folder.
     *
     * @param home the folder, for example {@code .limbeck} of a project; the server gets {@code postgresql-<major>} in it
     */
    public static EmbeddedPostgres in(Path home) {
        return new EmbeddedPostgres(
                home, "postgres", OptionalInt.empty(), CacheFolders.usual(), ServerListener.silent());
    }

    /** A server for tests, of PostgreSQL 18; it ends with this process, and its data with it. */
    public static TemporaryServer temporary() {
        return TemporaryServer.start(OptionalInt.empty(), CacheFolders.usual());
    }

    /** A server for tests, of a major version whose programs are on the class path. */
    public static TemporaryServer temporary(int major) {
        return TemporaryServer.start(OptionalInt.of(major), CacheFolders.usual());
    }

    /** The database that is created and connected to; {@code postgres} where nobody says. */
    public EmbeddedPostgres withDatabase(String name) {
        return new EmbeddedPostgres(home, name, major, caches, listener);
    }

    /**
     * The major version, which has a folder of its own. Without one, data that are there decide, and new ones are made
     * with 18, or with the newest on the class path.
     */
    public EmbeddedPostgres withMajor(int version) {
        return new EmbeddedPostgres(home, database, OptionalInt.of(version), caches, listener);
    }

    /** Who hears what takes long. */
    public EmbeddedPostgres withListener(ServerListener newListener) {
        return new EmbeddedPostgres(home, database, major, caches, newListener);
    }

    /** Where programs are unpacked; without it in the user's cache folder, {@code ~/.cache/limbeck}. */
    public EmbeddedPostgres withCache(Path folder) {
        return new EmbeddedPostgres(
                home, database, major, List.of(folder.toAbsolutePath().normalize()), listener);
    }

    /**
     * Makes sure that the server serves and that the database exists. Finds a running server within milliseconds;
     * otherwise repairs what a crash left, creates what is missing and starts it. Several processes may do this at once.
     */
    public RunningServer ensureRunning() {
        return doing("the embedded server in " + home + " could not be started", () -> {
            Optional<ServerFolder> existing = existingFolder();
            Optional<RunningServer> running = existing.isPresent() ? attach(existing.get()) : Optional.empty();
            return running.isPresent() ? running.get() : bringUp();
        });
    }

    /** The server if it runs; changes nothing. The database may not exist yet. */
    public Optional<RunningServer> status() {
        return doing("the embedded server in " + home + " could not be looked at", () -> {
            Optional<ServerFolder> folder = existingFolder();
            return folder.isPresent() ? new Attachment(folder.get(), database).look() : Optional.empty();
        });
    }

    /**
     * Stops the server, ending its connections; the data stay.
     *
     * @return whether it ran
     */
    public boolean stop() {
        return doing("the embedded server in " + home + " could not be stopped", () -> {
            Optional<ServerFolder> folder = existingFolder().filter(ServerFolder::isOurs);
            return folder.isPresent() && locked(folder.get(), () -> Shutdown.stop(folder.get()));
        });
    }

    /**
     * Stops the server and deletes all its data. Refuses a folder that it did not make.
     *
     * @return whether there was something to delete
     */
    public boolean reset() {
        return doing("the embedded server in " + home + " could not be reset", () -> {
            Optional<ServerFolder> folder = existingFolder();
            if (folder.isEmpty()) {
                return false;
            }
            if (!folder.get().isOurs()) {
                throw folder.get().notOurs();
            }
            return locked(folder.get(), () -> {
                boolean hadData = folder.get().hasData();
                Shutdown.stop(folder.get());
                folder.get().clear();
                return hadData;
            });
        });
    }

    private Optional<RunningServer> attach(ServerFolder folder) throws IOException {
        try {
            return new Attachment(folder, database).attach(false);
        } catch (ServerRefusal refusal) {
            if (refusal.isWrongPassword()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private RunningServer bringUp() throws IOException {
        Path root = chosenRoot();
        Files.createDirectories(root);
        ServerFolder folder = new ServerFolder(root.toRealPath());
        Path parent = home.getParent();
        ServerControl control =
                new ServerControl(folder, parent == null ? home : parent, Purpose.DEVELOPMENT, major, caches, listener);
        return locked(folder, () -> control.bringUp(database));
    }

    private Optional<ServerFolder> existingFolder() throws IOException {
        Path root = chosenRoot();
        return Files.isDirectory(root) ? Optional.of(new ServerFolder(root.toRealPath())) : Optional.empty();
    }

    private Path chosenRoot() throws IOException {
        if (major.isPresent() || !Files.isDirectory(home)) {
            return home.resolve(FOLDER + major.orElse(BinariesCache.DEFAULT_MAJOR));
        }
        List<Path> withData = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, FOLDER + "*")) {
            for (Path folder : folders) {
                if (new ServerFolder(folder).hasData()) {
                    withData.add(folder);
                }
            }
        }
        Path usual = home.resolve(FOLDER + BinariesCache.DEFAULT_MAJOR);
        if (withData.isEmpty() || withData.contains(usual)) {
            return usual;
        }
        if (withData.size() == 1) {
            return withData.get(0);
        }
        throw Trouble.because(home + " has the data of several servers, and none of PostgreSQL "
                        + BinariesCache.DEFAULT_MAJOR)
                .evidence(withData.stream().map(Path::toString).sorted().toList())
                .hint("say which major version is meant")
                .exception();
    }

    private <T> T locked(ServerFolder folder, FolderLock.Work<T> work) throws IOException {
        return FolderLock.locked(folder.lock(), PATIENCE, listener, work);
    }

    private static <T> T doing(String failure, FolderLock.Work<T> work) {
        try {
            return work.run();
        } catch (IOException cause) {
            throw Trouble.from(failure, cause);
        }
    }
}
