package org.limbeck.execute;

import java.time.Duration;
import java.util.Optional;

/** Makes of the rows that are done, from time to time, how fast that goes and how long it will take. */
final class BatchClock {

    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final String table;
    private final long rowsAtStart;
    private final long estimate;
    private final long start = System.nanoTime();
    private long told = start;

    /** @param rowsAtStart how many an earlier run had done */
    BatchClock(String table, long rowsAtStart, long estimate) {
        this.table = table;
        this.rowsAtStart = rowsAtStart;
        this.estimate = estimate;
    }

    /** What to tell; nothing where that was done a moment ago. */
    Optional<BatchProgress> progress(long rows) {
        long now = System.nanoTime();
        if (now - told < OFTEN.toNanos()) {
            return Optional.empty();
        }
        told = now;
        long rate = (long) ((rows - rowsAtStart) / ((now - start) / 1e9));
        long left = rate == 0 ? 0 : Math.max(0, estimate - rows) / rate;
        return Optional.of(new BatchProgress(table, rows, estimate, rate, Duration.ofSeconds(left)));
    }
}
