package org.limbeck.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import org.limbeck.Limbeck;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.report.RevisionLine;
import org.limbeck.setting.Settings;

/**
 * A database that others are copied from, which takes milliseconds where running the migrations takes seconds. Its name says
 * what made it, so that it is made anew when a migration changes.
 *
 * @param target where it is
 */
record Template(TestServer server, TestProject project, String target) {

    private static final String PREFIX = "limbeck_template_";
    private static final int DIGITS = 16;
    private static final long LOCK = 0x6c696d6265636bL;

    /** The template's name. Makes it where it isn't there yet, whoever else does so at the same time. */
    String make() {
        String name = PREFIX + digest();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            if (exists(connection, name)) {
                return name;
            }
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            if (!exists(connection, name)) {
                String unfinished = name + "_new";
                statement.execute("DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
                statement.execute("CREATE DATABASE " + unfinished);
                project.limbeck(server.database(unfinished)).upgrade(target);
                statement.execute("ALTER DATABASE " + unfinished + " RENAME TO " + name);
            }
            return name;
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    server.maintenance().displayName(), "make a template for databases of tests", null, exception);
        }
    }

    /** Whether its name stands for what is in it, so that whoever comes later finds it. */
    boolean isReusable() {
        return project.limbeck(server.maintenance()).history().stream()
                .allMatch(line -> Files.isRegularFile(file(line)));
    }

    private static Path file(RevisionLine line) {
        return Path.of("").toAbsolutePath().resolve(line.file());
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT FROM pg_catalog.pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Stands for the content of all migrations, and for what else decides about what they make. */
    private String digest() {
        Settings settings = project.settings();
        Limbeck limbeck = project.limbeck(server.maintenance());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            update(digest, target + "\n" + settings.versionTable() + "\n" + settings.historyTable() + "\n");
            update(digest, settings.namingConvention());
            for (RevisionLine line : limbeck.history()) {
                Path file = file(line);
                update(digest, "\n" + line.revision() + "\n");
                digest.update(Files.isRegularFile(file) ? Files.readAllBytes(file) : unknown());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException("every Java has SHA-256", exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A migration that is no file may be another one next time. */
    private static byte[] unknown() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
