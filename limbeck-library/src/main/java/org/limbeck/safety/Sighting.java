package org.limbeck.safety;

/**
 * Something in the database, now, that a run may meet.
 *
 * @param kind what it is
 * @param subject what it is about, with names
 * @param seconds how long it has been so; 0 where that doesn't matter
 */
public record Sighting(Kind kind, String subject, long seconds) {

    /** What to look out for before a run. */
    public enum Kind {
        /** The oldest transaction: work that runs concurrently waits for it. */
        LONGEST_TRANSACTION("longest transaction"),
        /** A transaction that has locked a table of the plan. */
        TRANSACTION_ON_TABLE("holds a lock"),
        /** A transaction that was prepared and neither committed nor rolled back. */
        PREPARED_TRANSACTION("prepared transaction"),
        /** An index that no query uses, and that slows writes. */
        INVALID_INDEX("invalid index"),
        /** A standby that is behind. */
        REPLICATION_LAG("standby is behind"),
        /** A vacuum on a table of the plan. */
        AUTOVACUUM("autovacuum");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
