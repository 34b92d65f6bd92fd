package org.limbeck.schema;

/**
 * When a trigger or a rule fires.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE … ENABLE TRIGGER</a>
 */
public enum Firing {
    /** Unless the session replays what another server did; a new one does. */
    ORIGIN,
    ALWAYS,
    REPLICA,
    DISABLED
}
