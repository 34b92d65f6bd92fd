package org.limbeck.verify;

import java.sql.Connection;
import java.sql.SQLException;
import org.limbeck.execute.DatabaseConnector;

/** A server with room for the databases that revisions are tried in. */
public interface TrialServer {

    /**
     * A new, empty database.
     *
     * @param connection in autocommit mode
     */
    record Fresh(DatabaseConnector connector, Connection connection) {}

    /** Opens a new database; the one before it is dropped, and its connection closed. */
    Fresh freshDatabase() throws SQLException;
}
