package org.limbeck.cli.documentation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.TemporaryServer;

/** The server behind {@code postgresql://localhost} of the pages. */
record DatabaseServer(TemporaryServer server) {

    private static final String FRESH = "sample";

    /** What a command needs in its environment to find this server where a URL leaves it open. */
    Map<String, String> environment() {
        DatabaseAccess access = server.server().access();
        return Map.of(
                "PGPORT", String.valueOf(server.server().port()),
                "PGUSER", access.user(),
                "PGPASSWORD", access.password());
    }

    /** Makes an empty database. */
    void recreate(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name);
        }
    }

    /** Brings a database to where a page begins. */
    void execute(String name, String statements) throws SQLException {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Makes an empty database to try a sample in; returns its URL. */
    String fresh() throws SQLException {
        recreate(FRESH);
        return "postgresql://localhost/" + FRESH;
    }

    Connection connectToFresh() throws SQLException {
        return connect(FRESH);
    }

    private Connection connect(String database) throws SQLException {
        DatabaseAccess access = server.server().access();
        String url = "jdbc:postgresql://127.0.0.1:" + server.server().port() + "/" + database;
        return DriverManager.getConnection(url, access.user(), access.password());
    }
}
