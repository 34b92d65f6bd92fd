package org.limbeck.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/**
 * A constraint as a statement says it.
 *
 * @param kind what it demands
 * @param name null if the server chooses it
 * @param columns its own columns; none for CHECK and EXCLUDE
 * @param expression of a CHECK
 * @param referenced the other table of a foreign key
 * @param usingIndex the index that a unique or primary key takes over
 * @param notValid whether existing rows are left unchecked
 * @param notEnforced whether no row is checked
 * @param noInherit whether it is about the table's own rows, and not about those of its children
 * @param text all of it as it stands there, but for CONSTRAINT and its name
 */
public record ConstraintDefinition(
        Kind kind,
        @Nullable String name,
        List<String> columns,
        @Nullable Expression expression,
        @Nullable QualifiedName referenced,
        @Nullable String usingIndex,
        boolean notValid,
        boolean notEnforced,
        boolean noInherit,
        String text) {

    /** What constraints demand. */
    public enum Kind {
        CHECK,
        NOT_NULL,
        UNIQUE,
        PRIMARY_KEY,
        FOREIGN_KEY,
        EXCLUDE
    }

    public ConstraintDefinition {
        columns = List.copyOf(columns);
    }

    /** Whether an index is built for it. */
    public boolean buildsIndex() {
        return usingIndex == null && (kind == Kind.UNIQUE || kind == Kind.PRIMARY_KEY || kind == Kind.EXCLUDE);
    }
}
