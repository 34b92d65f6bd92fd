package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all comparisons are true.
 *
 * @param method the index access method, for example {@code gist}
 * @param where the rows it holds for, an expression; null for all
 */
public record Exclusion(
        @Nullable String name,
        String method,
        List<ExclusionElement> elements,
        List<String> include,
        @Nullable String where,
        Deferrability deferrability)
        implements Constraint {

    public Exclusion {
        if (name != null) {
            Names.checked(name);
        }
        elements = List.copyOf(elements);
        include = Names.checked(include);
    }

    @Override
    public Exclusion named(@Nullable String newName) {
        return new Exclusion(newName, method, elements, include, where, deferrability);
    }

    public Exclusion include(String... newInclude) {
        return new Exclusion(name, method, elements, List.of(newInclude), where, deferrability);
    }

    public Exclusion where(String newWhere) {
        return new Exclusion(name, method, elements, include, newWhere, deferrability);
    }

    public Exclusion deferrable(Deferrability newDeferrability) {
        return new Exclusion(name, method, elements, include, where, newDeferrability);
    }
}
