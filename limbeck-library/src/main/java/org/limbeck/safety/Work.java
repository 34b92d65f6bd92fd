package org.limbeck.safety;

import org.jspecify.annotations.Nullable;

/**
 * Something that takes as long as a relation is large.
 *
 * @param kind what is done
 * @param relation the relation whose rows are read or written, with schema
 * @param index the index that is built; null for other work
 * @param bytes the size of what is read or written
 * @param rows how many rows it has by the server's estimate; -1 if it doesn't know
 * @param blocking whether nobody can write to some table meanwhile
 */
public record Work(Kind kind, String relation, @Nullable String index, long bytes, long rows, boolean blocking) {

    /** The kinds of work. */
    public enum Kind {
        /** All rows are read. */
        SCAN,
        /** All rows are written to a new file, and all indexes built anew. */
        REWRITE,
        /** All rows are read, sorted and written to an index. */
        BUILD_INDEX,
        /** Rows are changed. */
        CHANGE_ROWS
    }
}
