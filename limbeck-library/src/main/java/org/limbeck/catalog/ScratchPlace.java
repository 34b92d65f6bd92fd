package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import org.limbeck.schema.Schema;

/**
 * Somewhere to execute statements and to read back what they make. Closing it, or the end of the process, however it
 * comes, leaves nothing of them behind, or what the next one sweeps.
 */
public sealed interface ScratchPlace extends AutoCloseable permits ScratchSchema, ScratchDatabase {

    /** The connection, in a transaction that only {@link #mark}, {@link #keep} and {@link #undo} begin and end. */
    Connection connection();

    /** Begins a piece of work that can be undone. */
    void mark() throws SQLException;

    /** Keeps what was done since the mark. */
    void keep() throws SQLException;

    /** Takes back what was done since the mark, after a failure too. */
    void undo() throws SQLException;

    /** Whether a role that a statement names may be created where it is missing. */
    boolean takesMissingRoles();

    /** Reads what was made, in the names that it will have in its target. */
    Schema read(CatalogScope scope) throws SQLException;

    @Override
    void close() throws SQLException;
}
