package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.ConstraintDefinition;

/** The effects of adding constraints that stand on an index. */
record KeyConstraint(Scope scope) {

    void add(List<RelationFacts> family, ConstraintDefinition constraint) {
        RelationFacts table = family.get(0);
        boolean primary = constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY;
        if (primary && table.hasPrimaryKey()) {
            scope.effects().fails("42P16", table.name() + " has a primary key already");
            return;
        }
        List<String> columns = constraint.columns();
        if (constraint.usingIndex() != null) {
            columns = takeOver(table, constraint.usingIndex(), constraint.name());
        } else {
            scope.world().withPartitions(table).stream()
                    .filter(family::contains)
                    .forEach(relation -> index(relation, constraint));
        }
        if (primary) {
            for (RelationFacts relation : family) {
                columns.forEach(column -> notNull(relation, column));
            }
        }
        remember(table, constraint, columns);
    }

    private void index(RelationFacts relation, ConstraintDefinition constraint) {
        IndexFacts there = relation.keyIndex(constraint);
        if (there != null && relation.partitions().partition()) {
            scope.effects().lock(there, LockMode.SHARE);
            scope.effects().because(relation.name() + " has such a key, which is taken over");
        } else {
            scope.effects().build(relation, constraint.name());
            scope.effects().because("an index is built for the key");
        }
    }

    private List<String> takeOver(RelationFacts table, String name, @Nullable String constraint) {
        IndexFacts index = table.index(name);
        if (index == null) {
            if (scope.world().uncertain()) {
                scope.effects().unknown("an earlier statement of the run may have made the index " + name);
            } else {
                scope.effects().fails("42704", table.name() + " has no index " + name);
            }
            return List.of();
        }
        scope.effects().lock(index, LockMode.SHARE_UPDATE_EXCLUSIVE);
        if (!index.valid()) {
            scope.effects().fails("55000", "the index " + name + " is not valid");
        } else if (!index.unique() || !index.plain()) {
            scope.effects().fails("42809", "the index " + name + " is not unique for all rows");
        }
        if (constraint != null && !constraint.equals(name)) {
            scope.world().dropIndex(table, name);
            scope.world().addIndex(table, index.withName(constraint));
        }
        return index.keys();
    }

    private void notNull(RelationFacts relation, String column) {
        if (!scope.world().provenNotNull(relation, column)) {
            scope.effects().scan(relation);
            scope.effects().because("no valid check says that " + column + " is never null, so all rows are read");
        }
        scope.world().changeColumn(relation, column, each -> each.withNotNull(true));
    }

    private void remember(RelationFacts table, ConstraintDefinition constraint, List<String> columns) {
        String chosen = ChosenName.key(table.name(), constraint);
        boolean said = constraint.name() != null || constraint.usingIndex() != null;
        String name = chosen != null && (said || table.index(chosen) == null) ? chosen : "";
        RelationFacts now = scope.world().find(table.oid());
        IndexFacts taken = now == null ? null : now.index(name);
        long index = taken == null ? IndexFacts.newOid(name) : taken.oid();
        if (taken == null) {
            scope.world()
                    .addIndex(
                            table,
                            new IndexFacts(
                                    index,
                                    name,
                                    table.schema(),
                                    columns,
                                    Set.copyOf(columns),
                                    true,
                                    true,
                                    true,
                                    "",
                                    "btree",
                                    List.of(),
                                    0,
                                    0));
        }
        scope.world()
                .addConstraint(
                        table, new ConstraintFacts(name, constraint.kind(), columns, "", true, true, 0, index, true));
    }
}
