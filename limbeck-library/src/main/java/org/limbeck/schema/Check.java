package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param inherited whether child tables get it too
 * @param validated whether the rows that were there before have been checked
 * @param enforced whether the server checks anything at all; false needs PostgreSQL 18
 */
public record Check(@Nullable String name, String expression, boolean inherited, boolean validated, boolean enforced)
        implements Constraint {

    public Check {
        if (name != null) {
            Names.checked(name);
        }
    }

    @Override
    public Check named(@Nullable String newName) {
        return new Check(newName, expression, inherited, validated, enforced);
    }

    public Check noInherit() {
        return new Check(name, expression, false, validated, enforced);
    }

    /** Leaves the rows that are there unchecked, so that adding it takes no time. */
    public Check notValid() {
        return new Check(name, expression, inherited, false, enforced);
    }

    /** Only says what is so; the server doesn't look. Needs PostgreSQL 18. */
    public Check notEnforced() {
        return new Check(name, expression, inherited, false, false);
    }
}
