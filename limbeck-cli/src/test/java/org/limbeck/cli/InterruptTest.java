package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** Somebody ends the process in the middle of a long statement. */
@Execution(ExecutionMode.SAME_THREAD)
final class InterruptTest {

    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(600)%'"
                    + " AND pid <> pg_backend_pid()";

    private static final String BUILDING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX%'";

    /** Signal 2 in a mask of signals. */
    private static final long SIGINT = 1L << 1;

    @TempDir
    private Path folder;

    @Test
    void theStatementEndsWithTheProcess() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            DatabaseAccess database = server.createDatabase();
            Process process = upgrade(database, "SELECT pg_sleep(600);");
            waitUntil(database, SLEEPING, 1);

            // The process itself would close its output as well.
            process.toHandle().destroy();

            assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(said(process))
                    .contains(
                            "interrupted; ending what the server does for it",
                            "[L146]: 0001 slow was interrupted at statement 1 of 1",
                            "The transaction was rolled back: ",
                            " is still at base, nothing is applied.",
                            "limbeck upgrade");
            assertThat(process.exitValue()).isEqualTo(128 + 15);
            waitUntil(database, SLEEPING, 0);
        }
    }

    @Test
    void whatWasCommittedStaysAndTheNextRunGoesOn() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            DatabaseAccess database = server.createDatabase();
            Process process = upgrade(
                    database,
                    "CREATE TABLE t (id int);\nCREATE INDEX CONCURRENTLY i ON t (id);\nVACUUM (SKIP_LOCKED) t;");
            assertThat(process.waitFor()).as("%s", said(process)).isZero();
            process = upgrade(
                    database,
                    "CREATE TABLE u (id int);\nCREATE INDEX CONCURRENTLY j ON t (id);\nCREATE TABLE v (id int);",
                    "0002",
                    "0001");
            String output;
            try (Connection writer = connect(database);
                    Statement statement = writer.createStatement()) {
                writer.setAutoCommit(false);
                statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
                waitUntil(database, BUILDING, 1);

                new ProcessBuilder("kill", hearsInterrupts() ? "-INT" : "-TERM", String.valueOf(process.pid()))
                        .start()
                        .waitFor();

                assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
                output = said(process);
            }
            assertThat(output)
                    .contains(
                            "[L146]: 0002 slow was interrupted at statement 2 of 3",
                            "What the revision committed before stays and is recorded; the next run goes on behind it.",
                            " is still at 0001.");
            assertThat(process.exitValue()).isEqualTo(128 + (hearsInterrupts() ? 2 : 15));

            Process next = upgrade(database);
            assertThat(said(next)).contains("is at 0002 (head)");
        }
    }

    private Process upgrade(DatabaseAccess database, String statements, String... ids) throws IOException {
        String id = ids.length == 0 ? "0001" : ids[0];
        Files.writeString(
                folder.resolve(id + "_slow.sql"),
                "-- revision: " + id + "\n-- revises: " + (ids.length == 0 ? "" : ids[1])
                        + "\n-- message: slow\n\n-- upgrade\n" + statements + "\n");
        return upgrade(database);
    }

    private Process upgrade(DatabaseAccess database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "upgrade",
                "--migrations",
                folder.toString());
        builder.environment().put("LIMBECK_URL", database.jdbcUrl());
        builder.environment().put("LIMBECK_USER", database.user());
        builder.environment().put("LIMBECK_PASSWORD", database.password());
        return builder.directory(folder.toFile()).redirectErrorStream(true).start();
    }

    /** What a shell runs in the background is deaf to that signal, with all processes that it starts. */
    private static boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .noneMatch(ignored -> (ignored & SIGINT) != 0);
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void waitUntil(DatabaseAccess database, String query, int count)
            throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (number(database, query) == count) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(number(database, query)).isEqualTo(count);
    }

    private static int number(DatabaseAccess database, String query) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
