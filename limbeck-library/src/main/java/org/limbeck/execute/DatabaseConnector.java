package org.limbeck.execute;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database. */
public interface DatabaseConnector {

    /** What to call the database, for people; never holds a password. */
    String displayName();

    /** Opens a connection of its own, in autocommit mode, which the caller closes. */
    Connection connect() throws SQLException;

    /**
     * The same for another database of the same server.
     *
     * @throws SQLException also where this one knows no way to another
     */
    Connection connect(String anotherDatabase) throws SQLException;

    /** Whether only the thread that needs a connection may ask for it, as where a data source looks at what thread it is. */
    default boolean isBoundToThread() {
        return false;
    }
}
