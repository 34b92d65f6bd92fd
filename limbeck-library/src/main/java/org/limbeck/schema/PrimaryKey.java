package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key.
 *
 * @param include columns kept in its index without being part of the key
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferrability deferrability)
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
        return new PrimaryKey(newName, columns, include, deferrability);
    }

    public PrimaryKey include(String... newInclude) {
        return new PrimaryKey(name, columns, List.of(newInclude), deferrability);
    }

    public PrimaryKey deferrable(Deferrability newDeferrability) {
        return new PrimaryKey(name, columns, include, newDeferrability);
    }
}
