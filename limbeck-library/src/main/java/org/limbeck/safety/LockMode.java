package org.limbeck.safety;

import java.util.Locale;

/**
 * A lock on a relation, weakest first. A lock that is waited for stops others as one that is held.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level Locks</a>
 */
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** PostgreSQL's words: {@code SHARE ROW EXCLUSIVE}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    /** Whether INSERT, UPDATE and DELETE of others wait for it. */
    public boolean blocksWrites() {
        return compareTo(SHARE) >= 0;
    }

    /** Whether even SELECT of others waits for it. */
    public boolean blocksReads() {
        return this == ACCESS_EXCLUSIVE;
    }

    /** Whether others can't change the schema, and VACUUM and ANALYZE wait. */
    public boolean blocksMaintenance() {
        return compareTo(SHARE_UPDATE_EXCLUSIVE) >= 0;
    }

    LockMode or(LockMode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
