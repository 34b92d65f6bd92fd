package org.limbeck.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a run waits for.
 *
 * @param table the table, or what else is locked as a whole; null where it is a row or a transaction
 * @param lockable whether this user may lock it as a table
 */
public record LockWait(@Nullable String table, boolean lockable, List<Blocker> blockers) {

    static final LockWait NONE = new LockWait(null, false, List.of());

    public LockWait {
        blockers = List.copyOf(blockers);
    }
}
