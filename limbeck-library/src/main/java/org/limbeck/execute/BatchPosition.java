package org.limbeck.execute;

import org.jspecify.annotations.Nullable;

/**
 * How far a change in batches has come, as the history keeps it.
 *
 * @param rows how many were looked at
 * @param bound the last place, taken once, since who writes all the time would be chased for ever
 * @param cursor the last place that is done; null for none
 */
record BatchPosition(long rows, String bound, @Nullable String cursor) {

    private static final String SEPARATOR = " \u001F ";

    /** Reads what {@link #text} wrote. */
    static BatchPosition of(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        return new BatchPosition(Long.parseLong(parts[0]), parts[1], parts.length < 3 ? null : parts[2]);
    }

    /** The rows that are done as {@link #text} wrote them; null where it is no such text. */
    static @Nullable Long rows(@Nullable String text) {
        return text == null || !text.contains(SEPARATOR) ? null : of(text).rows();
    }

    String text() {
        return rows + SEPARATOR + bound + (cursor == null ? "" : SEPARATOR + cursor);
    }

    BatchPosition behind(String place, long more) {
        return new BatchPosition(rows + more, bound, place);
    }

    boolean isEnd() {
        return bound.equals(cursor);
    }
}
