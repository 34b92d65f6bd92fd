package org.limbeck.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What several tests need. */
final class Support {

    /** One cache for all tests, so that each version is unpacked once. */
    static final Path CACHE = Path.of("target", "server-cache").toAbsolutePath();

    private Support() {}

    static EmbeddedPostgres server(Path home) {
        return EmbeddedPostgres.in(home).withDatabase("limbeck").withCache(CACHE);
    }

    static String query(DatabaseAccess access, String sql) {
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    static Process program(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + surefireClassPath(),
                ServerProgram.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static Process up(Path home, Path cache) throws IOException {
        return program("up", home.toString(), cache.toString());
    }

    static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        return output;
    }

    static void killHard(long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    }

    private static String surefireClassPath() {
        return System.getProperty("surefire.test.class.path", "");
    }
}
