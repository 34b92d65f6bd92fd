package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param include columns kept in its index without being part of the key
 * @param nullsDistinct whether two nulls differ; false needs PostgreSQL 15
 * @param temporal whether the last column is a range that may not overlap; needs PostgreSQL 18
 */
public record Unique(
        @Nullable String name,
        List<String> columns,
        List<String> include,
        boolean nullsDistinct,
        boolean temporal,
        Deferrability deferrability)
        implements Constraint {

    public Unique {
        if (name != null) {
            Names.checked(name);
        }
        columns = Names.checked(columns);
        include = Names.checked(include);
    }

    @Override
    public Unique named(@Nullable String newName) {
        return new Unique(newName, columns, include, nullsDistinct, temporal, deferrability);
    }

    public Unique include(String... newInclude) {
        return new Unique(name, columns, List.of(newInclude), nullsDistinct, temporal, deferrability);
    }

    /** Takes one null only; needs PostgreSQL 15. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, include, false, temporal, deferrability);
    }

    /** Takes the last column for a range: no two rows have the same others and ranges that overlap. Needs PostgreSQL 18. */
    public Unique withoutOverlaps() {
        return new Unique(name, columns, include, nullsDistinct, true, deferrability);
    }

    public Unique deferrable(Deferrability newDeferrability) {
        return new Unique(name, columns, include, nullsDistinct, temporal, newDeferrability);
    }
}
