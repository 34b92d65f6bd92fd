package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.execute.DatabaseConnector;

/** The server of a database that others use as well. */
record ConnectedServer(DatabaseConnector database) implements ScratchServer {

    /** Who may connect to a database may not always connect to others: the database itself will do. */
    private static final String ITSELF = "";

    @Override
    public String maintenanceDatabase() {
        return ITSELF;
    }

    @Override
    public Connection connect(String name) throws SQLException {
        return name.equals(ITSELF) ? database.connect() : database.connect(name);
    }
}
