package org.limbeck.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.List;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.RunningServer;

/**
 * A server and a standby that streams from it, made by copying the data of the first one while it serves.
 *
 * @see <a href="https://www.postgresql.org/docs/current/continuous-archiving.html#BACKUP-LOWLEVEL-BASE-BACKUP">Making a Base
 *     Backup Using the Low Level API</a>
 */
final class Replication implements AutoCloseable {

    private static final String DATABASE = "shop";

    private final EmbeddedPostgres first;
    private final EmbeddedPostgres second;

    private Replication(EmbeddedPostgres first, EmbeddedPostgres second) {
        this.first = first;
        this.second = second;
    }

    /** @param folder an empty one */
    static Replication in(Path folder) throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.in(folder.resolve("first")).withDatabase(DATABASE);
        RunningServer server = first.ensureRunning();
        Path root = server.dataFolder().getParent();
        Path copy = Files.createDirectories(folder.resolve("second")).resolve(root.getFileName());
        Files.writeString(
                server.dataFolder().resolve("pg_hba.conf"),
                "host replication all 127.0.0.1/32 password\n",
                StandardOpenOption.APPEND);
        TestDatabase database = new TestDatabase(server.access());
        database.execute(
                "ALTER SYSTEM SET wal_keep_size = '4GB'",
                "ALTER SYSTEM SET synchronous_commit = on",
                "SELECT pg_reload_conf()");
        String label;
        try (Connection connection = database.connect()) {
            TestDatabase.execute(connection, "SELECT pg_backup_start('copy', true)");
            // It complains of files that vanish meanwhile, which is as it should be.
            new ProcessBuilder("cp", "-a", root.toString(), copy.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            label = TestDatabase.rows(connection, "SELECT labelfile FROM pg_backup_stop(false)")
                    .get(0);
        }
        Path data = copy.resolve("data");
        for (Path old : List.of(data.resolve("postmaster.pid"), copy.resolve("last-start"), copy.resolve("lock"))) {
            Files.deleteIfExists(old);
        }
        write(data.resolve("backup_label"), label);
        write(data.resolve("standby.signal"), "");
        write(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + server.port() + " user="
                        + server.access().user() + " password="
                        + server.access().password()
                        + " application_name=second'\n");
        EmbeddedPostgres second = EmbeddedPostgres.in(folder.resolve("second")).withDatabase(DATABASE);
        second.ensureRunning();
        Until.holds(
                "it streams",
                () -> database.value("SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")
                        .equals("1"));
        return new Replication(first, second);
    }

    /** Who runs the server must be able to change its files. */
    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        for (String owner : List.of("unix:uid", "unix:gid")) {
            Files.setAttribute(file, owner, Files.getAttribute(file.resolveSibling("PG_VERSION"), owner));
        }
    }

    TestDatabase first() {
        return new TestDatabase(first.ensureRunning().access());
    }

    TestDatabase second() {
        return new TestDatabase(second.ensureRunning().access());
    }

    /** Waits until the second server has all that the first one has committed. */
    void follow() throws Exception {
        String written = first().value("SELECT pg_current_wal_lsn()");
        TestDatabase second = second();
        Until.holds(
                "it follows",
                () -> second.value("SELECT pg_last_wal_replay_lsn() >= '" + written + "'")
                        .equals("t"));
    }

    /** Ends the first server at once. */
    void lose() throws Exception {
        Kill.signal(Math.toIntExact(first.ensureRunning().pid()));
    }

    /** Makes the second server take the place of the first one. */
    TestDatabase promoted() {
        TestDatabase next = second();
        next.execute("SELECT pg_promote()");
        return next;
    }

    @Override
    public void close() {
        second.reset();
        first.reset();
    }
}
