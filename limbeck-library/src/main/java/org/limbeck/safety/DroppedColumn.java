package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.limbeck.ddl.AlterAction.DropColumn;

/** The effects of DROP COLUMN. */
record DroppedColumn(Scope scope) {

    void apply(RelationFacts table, DropColumn action) {
        ColumnFacts column = table.column(action.column());
        if (column == null) {
            missing(table, action);
            return;
        }
        String name = column.name();
        scope.effects().losesData("the values of " + name + " are gone");
        scope.effects().breaksRelease("programs that use " + name + " fail");
        dependents(table, column, action.cascade());
        List<IndexFacts> indexes = table.indexes().stream()
                .filter(index -> index.columns().contains(name))
                .toList();
        indexes.forEach(index -> {
            scope.effects().lock(index, LockMode.ACCESS_EXCLUSIVE);
            new DroppedConstraint(scope).referencesTo(table, index, action.cascade());
            scope.world().dropIndex(table, index.name());
        });
        for (ConstraintFacts constraint : table.constraints()) {
            if (constraint.columns().contains(name)) {
                if (constraint.isForeignKey()) {
                    new DroppedConstraint(scope).lockReferenced(constraint);
                }
                new DroppedConstraint(scope).forget(table, constraint);
            }
        }
        table.sequences().forEach((oid, of) -> {
            RelationFacts sequence = scope.world().find(oid);
            if (sequence != null && of.equals(name)) {
                scope.effects().lock(sequence, LockMode.ACCESS_EXCLUSIVE);
            }
        });
        scope.world()
                .change(
                        table,
                        now -> now.withColumns(now.columns().stream()
                                .filter(each -> !each.name().equals(name))
                                .toList()));
    }

    private void missing(RelationFacts table, DropColumn action) {
        if (action.ifExists()) {
            scope.effects().because(table.name() + " has no column " + action.column() + ", so nothing happens");
        } else {
            scope.effects().fails("42703", table.name() + " has no column " + action.column());
        }
    }

    private void dependents(RelationFacts table, ColumnFacts column, boolean cascade) {
        if (column.usedBy().isEmpty()) {
            return;
        }
        String users = String.join(" and a ", column.usedBy());
        if (!cascade) {
            scope.effects().fails("2BP01", "a " + users + " uses " + column.name());
        } else if (!column.usedBy().equals(Set.of("view")) || table.readBy().size() > 1) {
            scope.effects().unknown("which of the objects that use " + table.name() + " are dropped can't be told");
        } else {
            new DroppedRelation(scope).readers(table, true);
        }
    }
}
