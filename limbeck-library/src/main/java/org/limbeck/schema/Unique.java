package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint.
 *
 * @param include columns kept in its index without being part of the key
 * @param nullsDistinct whether two nulls differ; false needs PostgreSQL 15
 */
public record Unique(
        @Nullable String name,
        List<String> columns,
        List<String> include,
        boolean nullsDistinct,
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
        return new Unique(newName, columns, include, nullsDistinct, deferrability);
    }

    public Unique include(String... newInclude) {
        return new Unique(name, columns, List.of(newInclude), nullsDistinct, deferrability);
    }

    /** Takes one null only; needs PostgreSQL 15. */
    public Unique nullsNotDistinct() {
        return new Unique(name, columns, include, false, deferrability);
    }

    public Unique deferrable(Deferrability newDeferrability) {
        return new Unique(name, columns, include, nullsDistinct, newDeferrability);
    }
}
