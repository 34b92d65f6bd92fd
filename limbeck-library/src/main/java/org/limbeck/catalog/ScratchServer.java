package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;

/** A server that has room for a scratch database. */
public interface ScratchServer extends AutoCloseable {

    /** Opens a connection, in autocommit mode, to a database of that server. */
    Connection connect(String database) throws SQLException;

    /** A database to connect to for creating others. */
    default String maintenanceDatabase() {
        return "postgres";
    }

    /** Whether the server is there for nothing else, so that roles may be created. */
    default boolean isDisposable() {
        return false;
    }

    /** Lets go of the server; one that was started for this stops. */
    @Override
    default void close() {}
}
