package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param include columns kept in its index without being part of the key
 * @param temporal whether the last column is a range that may not overlap; needs PostgreSQL 18
 */
public record PrimaryKey(
        @Nullable String name,
        List<String> columns,
        List<String> include,
        boolean temporal,
        Deferrability deferrability)
        implements Constraint {

    public PrimaryKey {
        if (name != null) {
            Names.checked(name);
        }
        columns = Names.checked(columns);
        include = Names.checked(include);
    }

    @Override
    public PrimaryKey named(@Nullable String newName) {
        return new PrimaryKey(newName, columns, include, temporal, deferrability);
    }

    public PrimaryKey include(String... newInclude) {
        return new PrimaryKey(name, columns, List.of(newInclude), temporal, deferrability);
    }

    /** Takes the last column for a range: no two rows have the same others and ranges that overlap. Needs PostgreSQL 18. */
    public PrimaryKey withoutOverlaps() {
        return new PrimaryKey(name, columns, include, true, deferrability);
    }

    public PrimaryKey deferrable(Deferrability newDeferrability) {
        return new PrimaryKey(name, columns, include, temporal, newDeferrability);
    }
}
