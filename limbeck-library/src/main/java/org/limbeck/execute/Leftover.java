package org.limbeck.execute;

import java.sql.SQLException;
import org.limbeck.sql.ConcurrentWork;

/** What concurrent work leaves when it is interrupted, told from what the catalog said before it began. */
interface Leftover {

    /** What an older Limbeck recorded: that something was begun, and nothing else. */
    String UNKNOWN = "unknown";

    /** What the catalog says, to be compared with later. */
    String state() throws SQLException;

    /**
     * Clears away, or finishes, what an interruption left.
     *
     * @param before what the catalog said before the work began
     * @return whether the work is done
     */
    boolean settle(String before) throws SQLException;

    /** Whether all is as the statement would leave it; it may have succeeded by doing nothing. */
    boolean isSound() throws SQLException;

    static Leftover of(Catalog catalog, ConcurrentWork work) {
        return switch (work.kind()) {
            case BUILD -> new BuiltIndex(catalog, work.name(), String.valueOf(work.table()));
            case DROP -> new DroppedIndex(catalog, work.name());
            case REINDEX -> new RebuiltIndexes(catalog, work.name());
            case DETACH -> new DetachedPartition(catalog, work.name(), String.valueOf(work.table()));
        };
    }
}
