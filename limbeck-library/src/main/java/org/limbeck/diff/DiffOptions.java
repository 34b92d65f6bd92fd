package org.limbeck.diff;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;

/**
 * How to compare.
 *
 * @param serverMajor the major version of the server that the operations are for
 * @param renames what people said about renames
 * @param scope what the desired schema can speak about
 * @param hasRows whether a table has rows; one that can't be asked counts as filled
 * @param ignored tables that are nobody's business, such as the version table
 * @param role who will run the operations, and so own what they create; null where that isn't known
 * @param neutralValues whether rows that are there get zero, an empty text or false in a new column that takes no null
 */
public record DiffOptions(
        int serverMajor,
        Renames renames,
        Scope scope,
        Predicate<QualifiedName> hasRows,
        Set<QualifiedName> ignored,
        @Nullable String role,
        boolean neutralValues) {

    public DiffOptions {
        ignored = Set.copyOf(ignored);
    }

    /** Compares everything but owners and privileges, knows of no rename, and takes every table for filled. */
    public static DiffOptions on(int serverMajor) {
        Scope scope = Scope.schemaFiles(false, false, false);
        return new DiffOptions(serverMajor, Renames.NONE, scope, table -> true, Set.of(), null, false);
    }

    public DiffOptions renames(Renames newRenames) {
        return new DiffOptions(serverMajor, newRenames, scope, hasRows, ignored, role, neutralValues);
    }

    public DiffOptions scope(Scope newScope) {
        return new DiffOptions(serverMajor, renames, newScope, hasRows, ignored, role, neutralValues);
    }

    public DiffOptions hasRows(Predicate<QualifiedName> newHasRows) {
        return new DiffOptions(serverMajor, renames, scope, newHasRows, ignored, role, neutralValues);
    }

    public DiffOptions ignoring(Set<QualifiedName> newIgnored) {
        return new DiffOptions(serverMajor, renames, scope, hasRows, newIgnored, role, neutralValues);
    }

    public DiffOptions runBy(String newRole) {
        return new DiffOptions(serverMajor, renames, scope, hasRows, ignored, newRole, neutralValues);
    }

    /** Gives rows that are there a neutral value where a new column takes no null and has no default. */
    public DiffOptions withNeutralValues() {
        return new DiffOptions(serverMajor, renames, scope, hasRows, ignored, role, true);
    }
}
