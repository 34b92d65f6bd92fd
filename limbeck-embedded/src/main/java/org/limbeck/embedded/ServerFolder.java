package org.limbeck.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limbeck.problem.LimbeckException;

/**
 * The folder of one server and the names of what is in it.
 *
 * @param root the folder's real path, so that it compares equal to what PostgreSQL was started with
 */
record ServerFolder(Path root) {

    private static final String NEW_DATA = "data.new-";
    private static final String MARKER_TEXT =
            "Made by Limbeck: a PostgreSQL server for development. " + "\"reset\" deletes this folder's contents.\n";

    Path data() {
        return root.resolve("data");
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    private Path marker() {
        return root.resolve("limbeck-server.txt");
    }

    private Path lastStart() {
        return root.resolve("last-start");
    }

    /** Whether PostgreSQL's data are there; they come into being by a rename, so they are never half made. */
    boolean hasData() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    OptionalInt dataMajor() throws IOException {
        return hasData()
                ? OptionalInt.of(Installation.major(Files.readString(data().resolve("PG_VERSION"))))
                : OptionalInt.empty();
    }

    boolean isOurs() {
        return Files.isRegularFile(marker());
    }

    /** Creates the folder and opens it for work. The caller must hold the lock, whose file may be there already. */
    void prepare() throws IOException {
        if (isOurs()) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!entry.equals(lock())) {
                    throw notOurs();
                }
            }
        }
        FileTree.permit(root, "rwx------");
        // The folder lies inside a project, and its password must not be committed.
        Files.writeString(root.resolve(".gitignore"), "*\n");
        Files.writeString(marker(), MARKER_TEXT);
    }

    LimbeckException notOurs() {
        return Trouble.because(root + " holds files that are not an embedded server's")
                .hint("choose another folder, or move these files away:", "ls -la '" + root + "'")
                .exception();
    }

    /** The superuser's password; empty where there is none yet. */
    Optional<String> password() throws IOException {
        try {
            String text = Files.readString(passwordFile()).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    String newPassword(Account account) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path fresh = root.resolve("password.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        FileTree.permit(fresh, "rw-------");
        Files.writeString(fresh, password + "\n");
        account.give(fresh);
        Files.move(fresh, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
        return password;
    }

    /** A new, empty folder beside the data, in which they can be made without being taken for whole. */
    Path newDataFolder() throws IOException {
        sweep();
        return Files.createTempDirectory(root, NEW_DATA);
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, NEW_DATA + "*")) {
            for (Path leftover : leftovers) {
                FileTree.delete(leftover);
            }
        }
    }

    /** Gives all that is in the folder to the account that runs the server. */
    void giveTo(Account account) throws IOException {
        account.give(root);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                FileTree.give(entry, account);
            }
        }
    }

    void rememberStart(int port, long pid) throws IOException {
        Files.writeString(lastStart(), port + "\n" + pid + "\n");
    }

    /** The port of the last start, so that URLs stay valid over restarts. */
    OptionalInt lastPort() {
        List<String> lines = lastStartLines();
        return lines.size() == 2 ? OptionalInt.of(Integer.parseInt(lines.get(0))) : OptionalInt.empty();
    }

    /** The postmaster of the last start; it may be long gone. */
    Optional<Long> lastPid() {
        List<String> lines = lastStartLines();
        return lines.size() == 2 ? Optional.of(Long.valueOf(lines.get(1))) : Optional.empty();
    }

    private List<String> lastStartLines() {
        try {
            List<String> lines = Files.readAllLines(lastStart());
            return lines.stream().allMatch(line -> line.matches("\\d{1,9}")) ? lines : List.of();
        } catch (IOException none) {
            return List.of();
        }
    }

    void renewLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), root.resolve("server.log.previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes all but the lock file, which others may be waiting on, and what marks the folder. */
    void clear() throws IOException {
        if (!isOurs()) {
            throw notOurs();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!entry.equals(lock()) && !entry.equals(marker()) && !entry.endsWith(".gitignore")) {
                    FileTree.delete(entry);
                }
            }
        }
    }
}
