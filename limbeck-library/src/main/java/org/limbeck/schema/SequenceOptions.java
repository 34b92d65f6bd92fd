package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts; null leaves what the server has or chooses.
 *
 * @param cycle whether it starts again after its end
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public record SequenceOptions(
        @Nullable Long start,
        @Nullable Long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long cache,
        @Nullable Boolean cycle) {

    public static final SequenceOptions NONE = new SequenceOptions(null, null, null, null, null, null);

    public static SequenceOptions startingWith(long start) {
        return NONE.startWith(start);
    }

    public SequenceOptions startWith(long newStart) {
        return new SequenceOptions(newStart, increment, minimum, maximum, cache, cycle);
    }

    public SequenceOptions incrementBy(long newIncrement) {
        return new SequenceOptions(start, newIncrement, minimum, maximum, cache, cycle);
    }

    public SequenceOptions atLeast(long newMinimum) {
        return new SequenceOptions(start, increment, newMinimum, maximum, cache, cycle);
    }

    public SequenceOptions atMost(long newMaximum) {
        return new SequenceOptions(start, increment, minimum, newMaximum, cache, cycle);
    }

    public SequenceOptions caching(long newCache) {
        return new SequenceOptions(start, increment, minimum, maximum, newCache, cycle);
    }

    public SequenceOptions cycling(boolean newCycle) {
        return new SequenceOptions(start, increment, minimum, maximum, cache, newCycle);
    }
}
