package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param referencedColumns the columns referred to; none for the other table's primary key
 * @param onDeleteColumns the columns that {@code SET NULL} and {@code SET DEFAULT} set; none for all; needs PostgreSQL 15
 * @param temporal whether the last columns on both sides are ranges, of which the referring one must be covered; needs
 *     PostgreSQL 18
 * @param validated whether the rows that were there before have been checked
 * @param enforced whether the server checks anything at all; false needs PostgreSQL 18
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        MatchType match,
        ReferentialAction onDelete,
        List<String> onDeleteColumns,
        ReferentialAction onUpdate,
        Deferrability deferrability,
        boolean temporal,
        boolean validated,
        boolean enforced)
        implements Constraint {

    public ForeignKey {
        if (name != null) {
            Names.checked(name);
        }
        columns = Names.checked(columns);
        referencedColumns = Names.checked(referencedColumns);
        onDeleteColumns = Names.checked(onDeleteColumns);
    }

    public static ForeignKey of(List<String> columns, String referencedTable, String... referencedColumns) {
        return new ForeignKey(
                null,
                columns,
                QualifiedName.of(referencedTable),
                List.of(referencedColumns),
                MatchType.SIMPLE,
                ReferentialAction.NO_ACTION,
                List.of(),
                ReferentialAction.NO_ACTION,
                Deferrability.NOT_DEFERRABLE,
                false,
                true,
                true);
    }

    @Override
    public ForeignKey named(@Nullable String newName) {
        return new ForeignKey(
                newName,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                onUpdate,
                deferrability,
                temporal,
                validated,
                enforced);
    }

    /** Says what a deletion does; the columns are those to set, all where none is given. */
    public ForeignKey onDelete(ReferentialAction action, String... columnsToSet) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                action,
                List.of(columnsToSet),
                onUpdate,
                deferrability,
                temporal,
                validated,
                enforced);
    }

    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                action,
                deferrability,
                temporal,
                validated,
                enforced);
    }

    public ForeignKey match(MatchType newMatch) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                newMatch,
                onDelete,
                onDeleteColumns,
                onUpdate,
                deferrability,
                temporal,
                validated,
                enforced);
    }

    public ForeignKey deferrable(Deferrability newDeferrability) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                onUpdate,
                newDeferrability,
                temporal,
                validated,
                enforced);
    }

    /** Leaves the rows that are there unchecked, so that adding it takes no time. */
    public ForeignKey notValid() {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                onUpdate,
                deferrability,
                temporal,
                false,
                enforced);
    }

    /** Takes the last columns on both sides for ranges, of which the referring one must be covered. Needs PostgreSQL 18. */
    public ForeignKey period() {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                onUpdate,
                deferrability,
                true,
                validated,
                enforced);
    }

    /** Only says what is so; the server doesn't look. Needs PostgreSQL 18. */
    public ForeignKey notEnforced() {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                match,
                onDelete,
                onDeleteColumns,
                onUpdate,
                deferrability,
                temporal,
                false,
                false);
    }
}
