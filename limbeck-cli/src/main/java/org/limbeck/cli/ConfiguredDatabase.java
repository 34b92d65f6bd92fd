package org.limbeck.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.limbeck.ServerConnector;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.setting.Database;
import org.limbeck.setting.Settings;
import org.postgresql.jdbc.PgConnection;

/** The database that the settings name; the embedded one is started when it is needed. */
final class ConfiguredDatabase implements DatabaseConnector {

    private final EmbeddedDatabase embedded;
    private final Consumer<String> notes;
    private final Database database;
    private final List<PgConnection> opened = new CopyOnWriteArrayList<>();
    private boolean noted;

    ConfiguredDatabase(Settings settings, Path folder, Consumer<String> notes) {
        this.notes = notes;
        this.embedded = new EmbeddedDatabase(settings, folder, notes);
        this.database = settings.database();
    }

    Database database() {
        return database;
    }

    boolean isEmbedded() {
        return database instanceof Database.Embedded;
    }

    EmbeddedDatabase embedded() {
        return embedded;
    }

    @Override
    public String displayName() {
        return isEmbedded() ? EmbeddedDatabase.DISPLAY_NAME : database.displayName();
    }

    @Override
    public Connection connect() throws SQLException {
        PgConnection connection = open();
        opened.add(connection);
        return connection;
    }

    private PgConnection open() throws SQLException {
        if (database instanceof Database.Server server) {
            note(server);
            return new ServerConnector(server).connect();
        }
        return ServerConnector.connect(embedded.start().jdbcUrl(), embedded.properties());
    }

    /** Ends the statements that the server is working on, which would otherwise go on without anybody to answer to. */
    void cancel() {
        for (PgConnection connection : opened) {
            try {
                if (!connection.isClosed()) {
                    connection.cancelQuery();
                }
            } catch (SQLException exception) {
                // It ends by itself, as it does without us.
            }
        }
    }

    @Override
    public Connection connect(String anotherDatabase) throws SQLException {
        if (database instanceof Database.Server server) {
            return new ServerConnector(server).connect(anotherDatabase);
        }
        return ServerConnector.connect(embedded.start().jdbcUrl(anotherDatabase), embedded.properties());
    }

    private synchronized void note(Database.Server server) {
        if (!noted) {
            noted = true;
            for (String note : server.notes()) {
                notes.accept(note);
            }
        }
    }
}
