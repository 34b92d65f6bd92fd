package org.limbeck.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.limbeck.ScratchServers;
import org.limbeck.ServerConnector;
import org.limbeck.catalog.ScratchServer;

/** Starts embedded PostgreSQLs for a comparison, one for each side that needs one; they are gone afterwards. */
public final class EmbeddedScratchServers implements ScratchServers {

    private final Consumer<String> notes;
    private boolean noted;

    /** @param notes is told that a server is started for this */
    public EmbeddedScratchServers(Consumer<String> notes) {
        this.notes = notes;
    }

    @Override
    public boolean areAvailable() {
        return true;
    }

    @Override
    public ScratchServer start(int major) {
        if (!noted) {
            notes.accept("comparing on an embedded PostgreSQL " + major + " that is gone afterwards");
            noted = true;
        }
        return new Started(EmbeddedPostgres.temporary(major));
    }

    private record Started(TemporaryServer server) implements ScratchServer {

        @Override
        public Connection connect(String database) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", server.server().access().user());
            properties.setProperty("password", server.server().access().password());
            return ServerConnector.connect(server.server().jdbcUrl(database), properties);
        }

        @Override
        public boolean isDisposable() {
            return true;
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
