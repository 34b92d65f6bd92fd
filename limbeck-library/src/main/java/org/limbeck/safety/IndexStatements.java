package org.limbeck.safety;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.ddl.AlterAction;
import org.limbeck.ddl.DdlStatement.AlterRelation;
import org.limbeck.ddl.DdlStatement.AttachIndex;
import org.limbeck.ddl.DdlStatement.CreateIndex;
import org.limbeck.ddl.DdlStatement.DropObjects;
import org.limbeck.ddl.DdlStatement.Reindex;
import org.limbeck.schema.QualifiedName;

/** The effects of statements about indexes. */
record IndexStatements(Scope scope) {

    void create(CreateIndex create) {
        RelationFacts table = scope.find(create.table(), false);
        if (table == null) {
            if (scope.world().createdSomewhere(create.table())) {
                scope.world().createIndex(create);
            }
            return;
        }
        List<RelationFacts> family =
                create.only() ? List.of(table) : scope.world().withPartitions(table);
        LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
        family.forEach(relation -> scope.effects().lock(relation, mode));
        if (create.name() != null && exists(table, create)) {
            return;
        }
        if (create.concurrently()) {
            if (table.kind() == RelationKind.PARTITIONED_TABLE) {
                scope.effects().fails("0A000", "an index of a partitioned table can't be built concurrently");
                return;
            }
            scope.effects().because("it waits for transactions that may have seen the table without the index");
        }
        String name = create.name() == null ? "" : create.name().name();
        boolean partsMayFit = table.kind() == RelationKind.PARTITIONED_TABLE && table.fitting(create, 0) == null;
        family.stream()
                .filter(relation -> !create.only() || relation.kind().storesRows())
                .filter(relation -> !partsMayFit || relation.fitting(create, 0) == null)
                .forEach(relation -> scope.effects().build(relation, name));
        String chosen = ChosenName.index(create);
        remember(table, create, chosen == null || (create.name() == null && table.index(chosen) != null) ? "" : chosen);
    }

    private boolean exists(RelationFacts table, CreateIndex create) {
        QualifiedName name = new QualifiedName(
                table.schema(), create.name() == null ? "?" : create.name().name());
        World.IndexPlace place = scope.world().findIndex(name);
        if (place == null && create.name() != null) {
            place = scope.world().findIndex(create.name());
        }
        if (place == null || !place.table().schema().equals(table.schema())) {
            return false;
        }
        if (!create.ifNotExists()) {
            scope.effects().fails("42P07", "there is an index " + name.name() + " already");
        } else if (!place.index().valid()) {
            scope.effects().because(name.name() + " is there, but it isn't valid, and stays so");
        } else {
            scope.effects().because(name.name() + " is there already, but the lock is waited for all the same");
        }
        return true;
    }

    private void remember(RelationFacts table, CreateIndex create, String name) {
        List<String> keys = ChosenName.keys(create);
        Set<String> columns = create.elements().names();
        boolean plain = create.predicate() == null && columns.containsAll(keys);
        scope.world()
                .addIndex(
                        table,
                        new IndexFacts(
                                IndexFacts.newOid(name),
                                name,
                                table.schema(),
                                keys,
                                columns,
                                plain,
                                create.unique(),
                                true,
                                "",
                                "btree",
                                List.of(),
                                0,
                                0));
    }

    void drop(QualifiedName name, DropObjects drop) {
        World.IndexPlace place = find(name, drop.ifExists(), "42704");
        if (place == null) {
            scope.world().dropCreated(name);
            return;
        }
        RelationFacts table = place.table();
        IndexFacts index = place.index();
        LockMode mode = drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
        for (RelationFacts part : scope.world().withPartitions(table)) {
            scope.effects().lock(part, mode);
            part.indexes().stream()
                    .filter(each -> part.oid() == table.oid()
                            ? each.equals(index)
                            : each.shape().equals(index.shape()))
                    .forEach(each -> scope.effects().lock(each, mode));
        }
        boolean needed =
                table.constraints().stream().anyMatch(each -> !each.isForeignKey() && each.index() == index.oid());
        if (needed && !drop.cascade()) {
            scope.effects().fails("2BP01", "a constraint of " + table.name() + " needs " + name.name());
        } else if (needed) {
            scope.effects().unknown("which constraints would go with the index is not looked into");
        }
        if (drop.concurrently()) {
            if (table.kind() == RelationKind.PARTITIONED_TABLE) {
                scope.effects().fails("0A000", "an index of a partitioned table can't be dropped concurrently");
            }
            scope.effects().waitsForOthers();
            scope.effects().because("it waits for transactions that may use the index");
        }
        scope.world().dropIndex(place);
    }

    private World.@Nullable IndexPlace find(QualifiedName name, boolean ifExists, String sqlState) {
        World.IndexPlace place =
                scope.world().doubtful(name) ? null : scope.world().findIndex(name);
        if (place == null) {
            scope.find(name, ifExists, sqlState);
        }
        return place;
    }

    void alter(AlterRelation alter) {
        World.IndexPlace place = find(alter.name(), alter.ifExists(), "42P01");
        if (place == null) {
            onNewTable(alter);
            return;
        }
        for (AlterAction action : alter.actions()) {
            scope.effects().lock(place.index(), LockMode.SHARE_UPDATE_EXCLUSIVE);
            if (action instanceof AlterAction.Rename rename) {
                scope.world().renameIndex(place, alter.name(), rename.newName());
            } else if (!(action instanceof AlterAction.Parameters) && !isStatistics(action)) {
                scope.effects().unknown("this change of an index is not looked into");
            }
        }
    }

    private void onNewTable(AlterRelation alter) {
        for (AlterAction action : alter.actions()) {
            if (action instanceof AlterAction.Rename rename && scope.world().createdSomewhere(alter.name())) {
                scope.world().renameCreated(alter.name(), alter.name().withName(rename.newName()));
            }
        }
    }

    private static boolean isStatistics(AlterAction action) {
        return action instanceof AlterAction.Plain plain && plain.kind() == AlterAction.Plain.Kind.SET_STATISTICS;
    }

    void attach(AttachIndex attach) {
        World.IndexPlace parent = find(attach.parent(), false, "42P01");
        World.IndexPlace part = find(attach.index(), false, "42P01");
        if (parent == null || part == null) {
            return;
        }
        scope.effects().lock(parent.index(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        scope.effects().lock(part.index(), LockMode.ACCESS_EXCLUSIVE);
        scope.effects().lock(parent.table(), LockMode.ACCESS_SHARE);
        scope.effects().lock(part.table(), LockMode.ACCESS_SHARE);
    }

    void reindex(Reindex reindex) {
        if (reindex.index()) {
            World.IndexPlace place = find(reindex.name(), false, "42P01");
            if (place != null) {
                rebuild(place.table(), List.of(place.index()), reindex.concurrently());
            }
            return;
        }
        RelationFacts table = scope.find(reindex.name(), false);
        if (table != null) {
            scope.world().withPartitions(table).forEach(part -> rebuild(part, part.indexes(), reindex.concurrently()));
        }
    }

    private void rebuild(RelationFacts table, List<IndexFacts> indexes, boolean concurrently) {
        scope.effects().lock(table, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE);
        for (IndexFacts index : indexes) {
            scope.effects().lock(index, concurrently ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
            scope.effects().build(table, index.name());
        }
        if (concurrently) {
            scope.effects().because("it waits for transactions that use the table");
        } else {
            scope.effects().because("queries that could use an index wait too");
        }
    }
}
