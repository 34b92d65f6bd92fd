package org.limbeck.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.setting.Database;
import org.limbeck.setting.Settings;

/** The database that the settings name; the embedded one is started when it is needed. */
final class ConfiguredDatabase implements DatabaseConnector {

    private static final String APPLICATION = "limbeck";
    private static final String CONNECT_SECONDS = "10";
    /** After a connection there may be nobody behind it who answers. */
    private static final String LOGIN_SECONDS = "30";

    private final Settings settings;
    private final Path folder;
    private final Consumer<String> notes;
    private final Database database;
    private boolean noted;

    ConfiguredDatabase(Settings settings, Path folder, Consumer<String> notes) {
        this.settings = settings;
        this.folder = folder;
        this.notes = notes;
        this.database = settings.database();
    }

    Database database() {
        return database;
    }

    boolean isEmbedded() {
        return database instanceof Database.Embedded;
    }

    EmbeddedDatabase embedded() {
        return new EmbeddedDatabase(settings, folder, notes);
    }

    @Override
    public String displayName() {
        return isEmbedded() ? EmbeddedDatabase.DISPLAY_NAME : database.displayName();
    }

    @Override
    public Connection connect() throws SQLException {
        if (database instanceof Database.Server server) {
            note(server);
            return connect(server.jdbcUrl(), server.properties());
        }
        EmbeddedDatabase embedded = embedded();
        return connect(embedded.start().jdbcUrl(), embedded.properties());
    }

    private synchronized void note(Database.Server server) {
        if (!noted) {
            noted = true;
            for (String note : server.notes()) {
                notes.accept(note);
            }
        }
    }

    private static Connection connect(String url, Properties properties) throws SQLException {
        properties.putIfAbsent("ApplicationName", APPLICATION);
        properties.putIfAbsent("connectTimeout", CONNECT_SECONDS);
        properties.putIfAbsent("loginTimeout", LOGIN_SECONDS);
        // Every server that Limbeck works with is newer; saying so saves a question at the start.
        properties.putIfAbsent("assumeMinServerVersion", "9.4");
        Connection connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know the URL " + url);
        }
        return connection;
    }
}
