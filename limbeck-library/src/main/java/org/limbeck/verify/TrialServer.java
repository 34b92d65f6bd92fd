package org.limbeck.verify;

import java.sql.SQLException;
import org.limbeck.execute.DatabaseConnector;

/** A server with room for the databases that revisions are tried in. */
public interface TrialServer {

    /** Whether a role that a revision names may be created where it is missing. */
    boolean takesMissingRoles();

    /** Creates an empty database; the one before it, which nobody is connected to any more, is dropped. */
    DatabaseConnector freshDatabase() throws SQLException;
}
