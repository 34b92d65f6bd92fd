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
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** Somebody ends the process in the middle of a long statement. */
final class InterruptTest {

    private static final String RUNNING =
            "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(600)%'"
                    + " AND pid <> pg_backend_pid()";

    @TempDir
    private Path folder;

    @Test
    void theStatementEndsWithTheProcess() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            DatabaseAccess database = server.createDatabase();
            Process process = upgrade(database);
            waitUntilRunning(database, 1);

            // The process itself would close its output as well.
            process.toHandle().destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("interrupted during 0001; to see where ", "limbeck current");
            assertThat(process.exitValue()).isEqualTo(128 + 15);
            waitUntilRunning(database, 0);
        }
    }

    private Process upgrade(DatabaseAccess database) throws IOException {
        Files.writeString(
                folder.resolve("0001_slow.sql"),
                "-- revision: 0001\n-- revises:\n-- message: slow\n\n-- upgrade\nSELECT pg_sleep(600);\n");
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

    private static void waitUntilRunning(DatabaseAccess database, int count) throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (running(database) == count) {
                return;
            }
            Thread.sleep(100);
        }
        assertThat(running(database)).isEqualTo(count);
    }

    private static int running(DatabaseAccess database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RUNNING)) {
            row.next();
            return row.getInt(1);
        }
    }
}
