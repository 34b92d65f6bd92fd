package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.schema.Schema;

/**
 * Reads a database on one connection while its reader does something else, such as reading entities. The connection stays open
 * until it is closed, or handed on.
 */
final class LiveReading implements AutoCloseable {

    private static final String ACTION = "read the catalog";

    /** What is known of a server before anything is compared. */
    record Server(int major, String defaultSchema, String user) {}

    private final DatabaseConnector connector;
    private final CompletableFuture<Server> server = new CompletableFuture<>();
    private final CompletableFuture<Set<String>> rows = new CompletableFuture<>();
    private final DatabaseUse.Opening<Schema> opening;
    private final AtomicBoolean handedOn = new AtomicBoolean();

    private LiveReading(Workspace workspace, DatabaseConnector connector, boolean versioned) {
        this.connector = connector;
        this.opening = new DatabaseUse(connector).opening(ACTION, connection -> {
            Server found = server(connection);
            server.complete(found);
            if (versioned) {
                rows.complete(Found.rows(workspace, connection));
            }
            return CatalogReader.read(connection, workspace.scope(found.defaultSchema()));
        });
    }

    /**
     * Begins to read.
     *
     * @param versioned whether the rows of the version table are asked for
     */
    static LiveReading begin(Workspace workspace, DatabaseConnector connector, boolean versioned) {
        LiveReading reading = new LiveReading(workspace, connector, versioned);
        CompletableFuture<Schema> unused = reading.opening.answer().whenComplete((schema, failure) -> {
            if (failure != null) {
                reading.close();
            }
        });
        return reading;
    }

    /** Waits for the server's version, its default schema and who asks. */
    Server server() {
        return orFailure(server);
    }

    /** Waits for the rows of the version table. */
    Set<String> rows() {
        return orFailure(rows);
    }

    /** Waits for what there is. */
    Schema schema() {
        return DatabaseUse.await(opening.answer());
    }

    private <T> T orFailure(CompletableFuture<T> early) {
        CompletableFuture<T> orFailed = opening.answer().thenCompose(schema -> early);
        return DatabaseUse.await(early.applyToEither(orFailed, found -> found));
    }

    /** The database; once it is read, its first connection is the one of the reading, whose server process knows the catalog. */
    DatabaseConnector connector() {
        return new Continued(connector, this);
    }

    private Connection handOn() throws SQLException {
        return opening.answer().isDone() && handedOn.compareAndSet(false, true)
                ? DatabaseUse.await(opening.connection())
                : connector.connect();
    }

    @Override
    public void close() {
        if (handedOn.compareAndSet(false, true)) {
            opening.giveUp();
        }
    }

    private record Continued(DatabaseConnector connector, LiveReading reading) implements DatabaseConnector {

        @Override
        public String displayName() {
            return connector.displayName();
        }

        @Override
        public Connection connect() throws SQLException {
            return reading.handOn();
        }

        @Override
        public Connection connect(String anotherDatabase) throws SQLException {
            return connector.connect(anotherDatabase);
        }

        @Override
        public boolean isBoundToThread() {
            return connector.isBoundToThread();
        }
    }

    /** Asks a database who asks, on a connection of its own. */
    static Server server(DatabaseConnector connector) {
        return new DatabaseUse(connector).using(ACTION, LiveReading::server);
    }

    private static Server server(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int / 10000,"
                        + " coalesce(current_schema(), 'public'), current_user")) {
            row.next();
            return new Server(row.getInt(1), row.getString(2), row.getString(3));
        }
    }
}
