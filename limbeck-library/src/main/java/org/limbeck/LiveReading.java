package org.limbeck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.schema.Schema;

/** Reads a database on one connection while its reader does something else, such as reading entities. */
final class LiveReading {

    /** What is known of a server before anything is compared. */
    record Server(int major, String defaultSchema, String user) {}

    private final Workspace workspace;
    private final DatabaseConnector connector;
    private final CompletableFuture<Server> server = new CompletableFuture<>();
    private final CompletableFuture<Set<String>> rows = new CompletableFuture<>();
    private final CompletableFuture<Schema> schema = new CompletableFuture<>();

    private LiveReading(Workspace workspace, DatabaseConnector connector) {
        this.workspace = workspace;
        this.connector = connector;
    }

    /**
     * Begins to read.
     *
     * @param versioned whether the rows of the version table are asked for
     */
    static LiveReading begin(Workspace workspace, DatabaseConnector connector, boolean versioned) {
        LiveReading reading = new LiveReading(workspace, connector);
        CompletableFuture<Void> unused =
                CompletableFuture.runAsync(() -> reading.run(versioned), new DatabaseUse(connector).aside());
        return reading;
    }

    /** Waits for the server's version, its default schema and who asks. */
    Server server() {
        return DatabaseUse.await(server);
    }

    /** Waits for the rows of the version table. */
    Set<String> rows() {
        return DatabaseUse.await(rows);
    }

    /** Waits for what there is. */
    Schema schema() {
        return DatabaseUse.await(schema);
    }

    private void run(boolean versioned) {
        try {
            Schema read = new DatabaseUse(connector).using("read the catalog", connection -> {
                Server found = server(connection);
                server.complete(found);
                if (versioned) {
                    rows.complete(Found.rows(workspace, connection));
                }
                return CatalogReader.read(connection, workspace.scope(found.defaultSchema()));
            });
            schema.complete(read);
        } catch (RuntimeException | Error failure) {
            server.completeExceptionally(failure);
            rows.completeExceptionally(failure);
            schema.completeExceptionally(failure);
        }
    }

    /** Asks a database who asks, on a connection of its own. */
    static Server server(DatabaseConnector connector) {
        return new DatabaseUse(connector).using("read the catalog", LiveReading::server);
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
