package org.limbeck.diff;

/** The order of steps that don't need each other, so that a migration reads from the ground up. */
enum Phase {
    /** Sequences are freed from columns that go. */
    FREE,
    /** What hangs on tables goes: views, routines, triggers, constraints, indexes. */
    DETACH,
    /** Schemas, extensions, types, sequences. */
    FOUNDATION,
    TABLE,
    KEY,
    FOREIGN_KEY,
    /** What hangs on tables comes. */
    ATTACH,
    /** What holds data, and what that stood on, goes. */
    DISCARD,
    /** Types of tables, comments, owners, privileges. */
    DESCRIBE
}
