package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/** A constraint of a table. */
public sealed interface Constraint extends TableElement permits PrimaryKey, Unique, ForeignKey, Check, Exclusion {

    /** Its name; null where it is chosen by the naming convention. */
    @Nullable
    String name();

    /** The same constraint under that name; null for the one that the naming convention gives. */
    Constraint named(@Nullable String newName);
}
