package org.limbeck.verify;

import java.sql.SQLException;
import org.limbeck.execute.DatabaseConnector;

/** A server with room for the databases that revisions are tried in. */
public interface TrialServer {

    /** Creates an empty database; the one before it, which nobody is connected to any more, is dropped. */
    DatabaseConnector freshDatabase() throws SQLException;
}
