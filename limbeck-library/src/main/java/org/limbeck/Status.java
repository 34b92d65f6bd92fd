package org.limbeck;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.execute.History;

/**
 * What was done to a database, and what is going on.
 *
 * @param database what to call it, for people
 * @param rows the rows of the version table, or what they will be when the database is taken over; none for base
 * @param working who is changing it at this moment, for people; null for nobody
 * @param last the last steps, what is unfinished first, then newest first
 * @param pending how many revisions an upgrade to the heads would run; null where the migrations can't be read, or the
 *     database isn't known to be theirs
 * @param heads how many heads the revisions have; 0 where that isn't known
 */
public record Status(
        String database,
        List<String> rows,
        @Nullable String working,
        List<History.Entry> last,
        @Nullable Integer pending,
        int heads) {

    /** The step that was begun and is not finished; null where there is none. */
    public History.@Nullable Entry unfinished() {
        return last.stream()
                .filter(entry -> entry.finished() == null)
                .findFirst()
                .orElse(null);
    }
}
