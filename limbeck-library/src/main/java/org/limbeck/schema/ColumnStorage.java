package org.limbeck.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are kept and counted; null or none for what the server does by itself.
 *
 * @param strategy {@code PLAIN}, {@code EXTERNAL}, {@code EXTENDED} or {@code MAIN}; null for the type's own
 * @param compression {@code pglz} or {@code lz4}
 * @param statistics how many values {@code ANALYZE} remembers
 * @param parameters {@code n_distinct} and {@code n_distinct_inherited}, what the planner takes for the number of
 *     different values
 * @param foreignOptions how a foreign table's server keeps them, for example the {@code column_name} there
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE … SET STORAGE</a>
 */
public record ColumnStorage(
        @Nullable String strategy,
        @Nullable String compression,
        @Nullable Integer statistics,
        Map<String, String> parameters,
        Map<String, String> foreignOptions) {

    public static final ColumnStorage DEFAULT = new ColumnStorage(null, null, null, Map.of(), Map.of());

    public ColumnStorage {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        foreignOptions = Collections.unmodifiableMap(new TreeMap<>(foreignOptions));
    }

    public ColumnStorage strategy(String newStrategy) {
        return new ColumnStorage(newStrategy, compression, statistics, parameters, foreignOptions);
    }

    public ColumnStorage compression(String newCompression) {
        return new ColumnStorage(strategy, newCompression, statistics, parameters, foreignOptions);
    }

    public ColumnStorage statistics(int newStatistics) {
        return new ColumnStorage(strategy, compression, newStatistics, parameters, foreignOptions);
    }

    /** With one more parameter, for example {@code n_distinct}. */
    public ColumnStorage with(String parameter, Object value) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(parameter, value.toString());
        return new ColumnStorage(strategy, compression, statistics, all, foreignOptions);
    }

    /** With one more option of a foreign table's column. */
    public ColumnStorage option(String name, String value) {
        Map<String, String> all = new TreeMap<>(foreignOptions);
        all.put(name, value);
        return new ColumnStorage(strategy, compression, statistics, parameters, all);
    }

    /** What a table that is made as a child of the column's table gets of it. */
    public ColumnStorage inherited() {
        return new ColumnStorage(strategy, compression, null, Map.of(), Map.of());
    }
}
