package org.limbeck.safety;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction.SetType;
import org.limbeck.ddl.ConstraintDefinition;

/** The effects of ALTER COLUMN ... TYPE. */
record TypeChange(Scope scope) {

    void apply(RelationFacts table, SetType action) {
        ColumnFacts column = table.column(action.column());
        if (column == null) {
            scope.effects().fails("42703", table.name() + " has no column " + action.column());
            return;
        }
        refuseUsers(column);
        if (column.type() == 0) {
            scope.effects().unknown("the column's type is made by the same run and is not looked into");
            return;
        }
        if (scope.isNewType(action.type())) {
            scope.effects().rewrite(table);
            scope.effects().breaksRelease("programs that run now know " + column.name() + " as another type");
            return;
        }
        TypeFacts type = scope.type(action.type());
        TypeFacts from = scope.world().facts().types().get(String.valueOf(column.type()));
        if (type == null || from == null) {
            return;
        }
        long collation = collation(action, type);
        Conversion conversion = new Conversion(scope, column, from);
        boolean rewrites = conversion.rewrites(action, type);
        if (rewrites) {
            scope.effects().rewrite(table);
        } else {
            keptRows(table, column, from, type, collation);
        }
        checks(table, column.name());
        boolean sameOperators = conversion.keepsOperators();
        foreignKeys(table, column.name(), sameOperators && !rewrites);
        if (!sameOperators) {
            scope.effects().breaksRelease("programs that run now know " + column.name() + " as another type");
        }
        scope.world().changeColumn(table, column.name(), each -> each.withType(type.oid(), action.type(), collation));
    }

    private void refuseUsers(ColumnFacts column) {
        if (column.usedBy().contains("generated column")) {
            String state = scope.world().major() < 15 ? "42601" : "0A000";
            scope.effects().fails(state, "a generated column is computed from " + column.name());
        } else if (!column.usedBy().isEmpty()) {
            scope.effects().fails("0A000", "a " + column.usedBy().iterator().next() + " uses " + column.name());
        }
    }

    private long collation(SetType action, TypeFacts type) {
        if (action.collation() == null) {
            return type.collation();
        }
        Long collation = scope.world().facts().collations().get(action.collation());
        if (collation == null) {
            scope.effects().fails("42704", "there is no collation " + action.collation());
            return 0;
        }
        return collation;
    }

    /** Indexes are made anew in the catalog, and built where they would sort differently. */
    private void keptRows(RelationFacts table, ColumnFacts column, TypeFacts from, TypeFacts to, long collation) {
        for (IndexFacts index : table.indexes()) {
            if (!index.columns().contains(column.name())) {
                continue;
            }
            scope.effects().lock(index, LockMode.ACCESS_EXCLUSIVE);
            String reason = isPartOfAnother(table, index)
                    ? "it is a part of the index of a partitioned table"
                    : rebuilt(index, column, from, to, collation);
            if (reason != null) {
                scope.effects().build(table, index.name());
                scope.effects().because("the index " + index.name() + " is built anew, because " + reason);
            }
        }
    }

    /** Such an index is made together with the one that it is a part of, and never kept. */
    private boolean isPartOfAnother(RelationFacts table, IndexFacts index) {
        return scope.world().all(table.partitions().parents()).stream()
                .flatMap(parent -> parent.indexes().stream())
                .anyMatch(above -> above.shape().equals(index.shape()) && above.unique() == index.unique());
    }

    private static @Nullable String rebuilt(
            IndexFacts index, ColumnFacts column, TypeFacts from, TypeFacts to, long collation) {
        if (!index.plain()) {
            return "it has an expression or a condition";
        }
        List<String> keys = index.keys();
        for (int i = 0; i < keys.size() && i < index.operatorClasses().size(); i++) {
            if (!keys.get(i).equals(column.name())) {
                continue;
            }
            Long was = from.operatorClasses().get(index.accessMethod());
            Long is = to.operatorClasses().get(index.accessMethod());
            boolean byDefault = index.operatorClasses().get(i).equals(was);
            if (byDefault && !index.operatorClasses().get(i).equals(is)) {
                return "the new type has operators of its own";
            }
            if (collation != column.collation()) {
                return "the collation is another";
            }
        }
        return null;
    }

    private void checks(RelationFacts table, String column) {
        for (ConstraintFacts constraint : table.constraints()) {
            if (constraint.kind() == ConstraintDefinition.Kind.CHECK
                    && constraint.columns().contains(column)
                    && constraint.valid()
                    && constraint.enforced()) {
                scope.effects().scan(table);
                scope.effects()
                        .because("the check " + constraint.name() + " mentions " + column
                                + ", so all rows are checked again");
            }
        }
    }

    private void foreignKeys(RelationFacts table, String column, boolean unchanged) {
        for (ConstraintFacts constraint : table.constraints()) {
            if (constraint.isForeignKey() && constraint.columns().contains(column)) {
                RelationFacts referenced = scope.world().find(constraint.referenced());
                if (referenced != null) {
                    partner(table, referenced, constraint, referenced, unchanged);
                }
            }
        }
        for (World.Reference reference : scope.world().referencesTo(table)) {
            boolean concerned = table.indexes().stream()
                    .anyMatch(index -> index.oid() == reference.constraint().index()
                            && index.keys().contains(column));
            if (concerned) {
                partner(reference.table(), table, reference.constraint(), reference.table(), unchanged);
            }
        }
    }

    private void partner(
            RelationFacts from, RelationFacts to, ConstraintFacts constraint, RelationFacts locked, boolean unchanged) {
        scope.lockWithParts(locked, LockMode.ACCESS_EXCLUSIVE);
        scope.effects().because("the foreign key " + constraint.name() + " is made anew");
        if (!unchanged && constraint.valid() && constraint.enforced()) {
            scope.scanWithParts(from);
            scope.scanWithParts(to);
        }
    }
}
