package org.limbeck.safety;

import java.util.List;
import org.limbeck.ddl.AlterAction.DropConstraint;
import org.limbeck.ddl.ConstraintDefinition;

/** The effects of DROP CONSTRAINT. */
record DroppedConstraint(Scope scope) {

    void apply(List<RelationFacts> family, DropConstraint action) {
        RelationFacts table = family.get(0);
        ConstraintFacts constraint = table.constraint(action.constraint());
        if (constraint == null) {
            if (action.ifExists()) {
                scope.effects()
                        .because(table.name() + " has no constraint " + action.constraint() + ", so nothing happens");
            } else {
                scope.effects().fails("42704", table.name() + " has no constraint " + action.constraint());
            }
            return;
        }
        for (RelationFacts relation : family) {
            for (ConstraintFacts each : relation.constraints()) {
                boolean same = relation.oid() == table.oid() ? each.equals(constraint) : inherited(each, constraint);
                if (same) {
                    drop(relation, each, action.cascade());
                }
            }
        }
    }

    /** A part has the constraint of its parent, under a name of its own where it has an index of its own. */
    private static boolean inherited(ConstraintFacts of, ConstraintFacts parent) {
        return of.kind() == parent.kind() && of.definition().equals(parent.definition());
    }

    private void drop(RelationFacts table, ConstraintFacts constraint, boolean cascade) {
        if (constraint.isForeignKey()) {
            lockReferenced(constraint);
        } else if (constraint.kind() == ConstraintDefinition.Kind.NOT_NULL) {
            scope.effects()
                    .breaksRelease("programs that read " + String.join(", ", constraint.columns()) + " may meet null");
            constraint
                    .columns()
                    .forEach(name -> scope.world().changeColumn(table, name, column -> column.withNotNull(false)));
        }
        table.indexes().stream()
                .filter(index -> !constraint.isForeignKey() && index.oid() == constraint.index())
                .toList()
                .forEach(index -> {
                    scope.effects().lock(index, LockMode.ACCESS_EXCLUSIVE);
                    referencesTo(table, index, cascade);
                    scope.world().dropIndex(table, index.name());
                });
        forget(table, constraint);
    }

    void lockReferenced(ConstraintFacts constraint) {
        RelationFacts referenced = scope.world().find(constraint.referenced());
        if (referenced != null) {
            scope.lockWithParts(referenced, LockMode.ACCESS_EXCLUSIVE);
            scope.effects().because("the foreign key's triggers on " + referenced.name() + " are dropped too");
        }
    }

    /** Foreign keys that need an index go with it, or forbid that it goes. */
    void referencesTo(RelationFacts table, IndexFacts index, boolean cascade) {
        for (World.Reference reference : scope.world().referencesTo(table)) {
            if (reference.constraint().index() != index.oid()) {
                continue;
            }
            if (cascade) {
                scope.effects().lock(reference.table(), LockMode.ACCESS_EXCLUSIVE);
                scope.effects()
                        .because("the foreign key " + reference.constraint().name() + " goes too");
                forget(reference.table(), reference.constraint());
            } else {
                scope.effects()
                        .fails(
                                "2BP01",
                                "the foreign key " + reference.constraint().name() + " of "
                                        + reference.table().name() + " needs it");
            }
        }
    }

    void forget(RelationFacts table, ConstraintFacts constraint) {
        scope.world()
                .change(
                        table,
                        now -> now.withConstraints(now.constraints().stream()
                                .filter(each -> !each.equals(constraint))
                                .toList()));
    }
}
