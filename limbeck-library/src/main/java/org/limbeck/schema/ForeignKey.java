package org.limbeck.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param referencedColumns the columns referred to; none for the other table's primary key
 * @param onDeleteColumns the columns that {@code SET NULL} and {@code SET DEFAULT} set; none for all; needs PostgreSQL 15
 * @param validated whether the rows that were there before have been checked
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
        boolean validated)
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
                validated);
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
                validated);
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
                validated);
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
                validated);
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
                validated);
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
                false);
    }
}
