package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param inherited whether child tables get it too
 * @param validated whether the rows that were there before have been checked
 */
public record Check(@Nullable String name, String expression, boolean inherited, boolean validated)
        implements Constraint {

    public Check {
        if (name != null) {
            Names.checked(name);
        }
    }

    @Override
    public Check named(@Nullable String newName) {
        return new Check(newName, expression, inherited, validated);
    }

    public Check noInherit() {
        return new Check(name, expression, false, validated);
    }

    /** Leaves the rows that are there unchecked, so that adding it takes no time. */
    public Check notValid() {
        return new Check(name, expression, inherited, false);
    }
}
