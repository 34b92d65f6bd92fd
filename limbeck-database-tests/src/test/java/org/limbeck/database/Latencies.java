package org.limbeck.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long statements took. */
final class Latencies {

    private long[] nanoseconds = new long[1024];
    private int count;

    synchronized void add(long taken) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
        }
        nanoseconds[count++] = taken;
    }

    synchronized void reset() {
        count = 0;
    }

    synchronized int count() {
        return count;
    }

    Duration longest() {
        return percentile(100);
    }

    /** What so many of a hundred statements took at most; zero where there was none. */
    synchronized Duration percentile(double hundredths) {
        long[] sorted = Arrays.copyOf(nanoseconds, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(hundredths / 100 * count) - 1;
        return count == 0 ? Duration.ZERO : Duration.ofNanos(sorted[Math.max(0, index)]);
    }

    @Override
    public synchronized String toString() {
        return String.format(
                Locale.ROOT,
                "%,d statements, half within %.1f ms, 99 %% within %.1f ms, the longest %.0f ms",
                count,
                milliseconds(50),
                milliseconds(99),
                milliseconds(100));
    }

    private double milliseconds(double hundredths) {
        return percentile(hundredths).toNanos() / 1e6;
    }
}
