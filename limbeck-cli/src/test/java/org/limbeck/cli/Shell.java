package org.limbeck.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** A folder with a project in it, and a database of its own. */
final class Shell {

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final DatabaseAccess database = Server.INSTANCE.createDatabase();
    private boolean unicode = true;
    private String typed = "";
    private Surroundings.Terminal terminal = Surroundings.Terminal.NONE;

    /** One server for all tests; each gets its own database. */
    private static final class Server {
        static final TemporaryServer INSTANCE = EmbeddedPostgres.temporary();
    }

    /** What a command said. */
    record Result(int exit, String out, String err) {}

    Shell(Path folder) {
        this.folder = folder;
        environment.put("LIMBECK_URL", database.jdbcUrl());
        environment.put("LIMBECK_USER", database.user());
        environment.put("LIMBECK_PASSWORD", database.password());
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell withoutDatabase() {
        environment.keySet().removeIf(name -> name.startsWith("LIMBECK_"));
        return this;
    }

    Shell ascii() {
        unicode = false;
        return this;
    }

    /** Sits at a terminal and types. */
    Shell typing(String text) {
        typed = text;
        terminal = new Surroundings.Terminal(true, true, true);
        return this;
    }

    Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                unicode);
        int exit = Command.run(surroundings, args);
        return new Result(exit, text(out), text(err));
    }

    /** What differs from run to run is replaced: the name of the database, its address, times. */
    private String text(ByteArrayOutputStream stream) {
        String url = database.jdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        String address = url.substring(url.indexOf("//") + 2, url.lastIndexOf('/'));
        return stream.toString(StandardCharsets.UTF_8)
                .replace(name, "shop")
                .replace(address, "localhost")
                .replaceAll("\\d+ ms", "N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "DATE");
    }

    /** A project whose migrations are SQL in the folder {@code migrations}. */
    Shell sqlProject() {
        return file("limbeck.properties", "migrations=migrations\nlanguage=sql\n");
    }

    /** A migration that creates a table of its own name. */
    Shell migration(String id, String revises, String message) {
        String up = "CREATE TABLE t" + id + " (id bigint);";
        return migration(id, revises, message, up, "DROP TABLE t" + id + ";");
    }

    Shell migration(String id, String revises, String message, String up, String down) {
        String text = "-- revision:  " + id + "\n-- revises:   " + revises + "\n-- message:   " + message
                + "\n\n-- upgrade\n" + up + "\n\n-- downgrade\n" + down + "\n";
        return file("migrations/" + id + ".sql", text);
    }

    Shell file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Tables and rows of the version table, for a look at whether something changed. */
    List<String> databaseContent() {
        List<String> content =
                new ArrayList<>(query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'" + " ORDER BY 1"));
        if (content.contains("limbeck_version")) {
            content.addAll(query("SELECT version_num FROM limbeck_version ORDER BY 1"));
        }
        return content;
    }

    /** Changes the database by hand. */
    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        return new org.postgresql.Driver().connect(database.jdbcUrl(), properties);
    }
}
