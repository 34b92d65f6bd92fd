package org.limbeck.schema;

/**
 * When a constraint is checked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET CONSTRAINTS</a>
 */
public enum Deferrability {
    /** At once, always. */
    NOT_DEFERRABLE,
    /** After each statement, unless a transaction asks for its end. */
    INITIALLY_IMMEDIATE,
    /** At the end of the transaction, unless it asks for each statement. */
    INITIALLY_DEFERRED
}
