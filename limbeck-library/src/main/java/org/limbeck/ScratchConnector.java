package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.execute.DatabaseConnector;

/** Connects to a scratch database, for a run of its own. */
record ScratchConnector(ScratchServer server, String database) implements DatabaseConnector {

    @Override
    public String displayName() {
        return "a scratch database";
    }

    @Override
    public Connection connect() throws SQLException {
        return server.connect(database);
    }

    @Override
    public Connection connect(String anotherDatabase) throws SQLException {
        return server.connect(anotherDatabase);
    }
}
