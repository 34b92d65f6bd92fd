package org.limbeck.catalog;

/**
 * Where a desired schema is built, and why there.
 *
 * @param reason a clause for people, for example {@code it is small and stays within one schema}
 */
public record ScratchChoice(Kind kind, String reason) {

    /** The kinds of scratch places, the one that costs least first. */
    public enum Kind {
        /** A schema of its own in a transaction of the target that is rolled back. */
        IN_TRANSACTION,
        /** A database of its own on the target's server. */
        DATABASE,
        /** A database of its own on a server that was named for it. */
        NAMED_SERVER,
        /** A database of its own on an embedded server. */
        EMBEDDED_SERVER
    }
}
