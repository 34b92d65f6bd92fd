package org.limbeck.execute;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run may take.
 *
 * @param locks how long a transaction goes on trying to get its locks, and how long a change in batches waits for a standby
 * @param build how long one statement that works concurrently may take; null for as long as it takes
 * @param lag how far a standby may fall behind: from there on a change in batches waits, and concurrent work is cancelled;
 *     null for {@link #BATCHES}, and no concern of concurrent work
 */
public record RunLimits(
        Duration locks, @Nullable Duration build, @Nullable Duration lag) {

    /** How far a standby may fall behind a change in batches where nobody says. */
    static final Duration BATCHES = Duration.ofSeconds(5);

    /** Those where nobody says more. */
    public static RunLimits ofLocks(Duration locks) {
        return new RunLimits(locks, null, null);
    }

    public RunLimits withLocks(Duration newLocks) {
        return new RunLimits(newLocks, build, lag);
    }

    public RunLimits withBuild(Duration newBuild) {
        return new RunLimits(locks, newBuild, lag);
    }

    public RunLimits withLag(Duration newLag) {
        return new RunLimits(locks, build, newLag);
    }

    Duration lagOfBatches() {
        return lag == null ? BATCHES : lag;
    }
}
