package org.limbeck.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.ServerConnector;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.setting.Database;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

/**
 * Where databases for tests are made: the server that {@code scratch-url} names, or an embedded one that ends with the tests.
 *
 * @param maintenance the database to connect to for creating others
 */
record TestServer(Database.Server maintenance, @Nullable TemporaryServer started) implements AutoCloseable {

    /** Says which settings get the same server. */
    static String key(Settings settings) {
        return settings.get(Setting.SCRATCH_URL).value() + " " + settings.embeddedVersion();
    }

    static TestServer start(Settings settings) {
        Optional<Database> named = settings.scratchDatabase();
        if (named.isPresent() && named.get() instanceof Database.Server server) {
            return new TestServer(server, null);
        }
        TemporaryServer server = EmbeddedPostgres.temporary(settings.embeddedVersion());
        DatabaseAccess access = server.server().access();
        return new TestServer(
                new Database.Server(
                        access.jdbcUrl(), access.user(), access.password(), Map.of(), "embedded", List.of()),
                server);
    }

    /** Another database of this server. */
    Database.Server database(String name) {
        return new Database.Server(
                maintenance.jdbcUrlOf(name),
                maintenance.user(),
                maintenance.password(),
                maintenance.parameters(),
                name,
                List.of());
    }

    Connection connect() throws SQLException {
        return new ServerConnector(maintenance).connect();
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
