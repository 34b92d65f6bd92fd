package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are kept and counted; null for what the server does by itself.
 *
 * @param strategy {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED} or {@code MAIN}; null for the type's own
 * @param compression {@code pglz} or {@code lz4}
 * @param statistics how many values {@code ANALYZE} remembers
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE … SET STORAGE</a>
 */
public record ColumnStorage(
        @Nullable String strategy,
        @Nullable String compression,
        @Nullable Integer statistics) {

    public static final ColumnStorage DEFAULT = new ColumnStorage(null, null, null);

    public ColumnStorage strategy(String newStrategy) {
        return new ColumnStorage(newStrategy, compression, statistics);
    }

    public ColumnStorage compression(String newCompression) {
        return new ColumnStorage(strategy, newCompression, statistics);
    }

    public ColumnStorage statistics(int newStatistics) {
        return new ColumnStorage(strategy, compression, newStatistics);
    }
}
