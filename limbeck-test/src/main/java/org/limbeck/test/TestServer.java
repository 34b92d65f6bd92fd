package org.limbeck.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.limbeck.ServerConnector;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.setting.Database;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

/**
 * Where databases for tests are made: the server that {@code scratch-url} names, or an embedded one that ends with the tests. All
 * of them are made on one connection, since a test would wait for its own as long as for its database.
 */
// JUnit before 5.13 closes nothing else.
@SuppressWarnings("deprecation")
final class TestServer implements CloseableResource, AutoCloseable {

    private final Database.Server maintenance;
    private final @Nullable TemporaryServer started;
    private final Connection connection;
    private final Map<List<Object>, String> templates = new ConcurrentHashMap<>();
    private final Queue<String> passing = new ConcurrentLinkedQueue<>();

    private TestServer(Database.Server maintenance, @Nullable TemporaryServer started) throws SQLException {
        this.maintenance = maintenance;
        this.started = started;
        this.connection = connect();
    }

    /** Says which settings get the same server. */
    static String key(Settings settings) {
        return settings.get(Setting.SCRATCH_URL).value() + " " + settings.embeddedVersion();
    }

    static TestServer start(Settings settings) {
        Optional<Database> named = settings.scratchDatabase();
        if (named.isPresent() && named.get() instanceof Database.Server server) {
            return connected(server, null);
        }
        TemporaryServer server = EmbeddedPostgres.temporary(settings.embeddedVersion());
        DatabaseAccess access = server.server().access();
        return connected(
                new Database.Server(
                        access.jdbcUrl(), access.user(), access.password(), Map.of(), "embedded", List.of()),
                server);
    }

    private static TestServer connected(Database.Server maintenance, @Nullable TemporaryServer started) {
        try {
            return new TestServer(maintenance, started);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    maintenance.displayName(), "connect to make databases for tests", null, exception);
        }
    }

    /** The database to connect to for creating others. */
    Database.Server maintenance() {
        return maintenance;
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

    /** The template for a state of a project; looks at the migrations once, for they don't change while tests run. */
    String template(TestProject project, String target) {
        Settings settings = project.settings();
        return templates.computeIfAbsent(List.of(settings.all(), settings.folder(), target), key -> {
            Template template = new Template(this, project, target);
            String name = template.make();
            if (!template.isReusable()) {
                passing.add(name);
            }
            return name;
        });
    }

    Connection connect() throws SQLException {
        return new ServerConnector(maintenance).connect();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            for (String template : passing) {
                execute("DROP DATABASE IF EXISTS " + template + " WITH (FORCE)");
            }
        } finally {
            if (started != null) {
                started.close();
            }
        }
    }
}
