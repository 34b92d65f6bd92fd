package org.limbeck.safety;

import org.limbeck.ddl.AlterAction;

/** The effects of changing how and where a table is kept. */
record StorageChange(Scope scope) {

    void apply(RelationFacts table, AlterAction action) {
        if (action instanceof AlterAction.SetLogged set) {
            logged(table, set.logged());
        } else if (action instanceof AlterAction.SetTablespace set) {
            if (!set.tablespace().equals(table.tablespace())) {
                scope.effects().copy(table);
                scope.effects().because("all rows are copied to the tablespace " + set.tablespace());
            }
        } else if (action instanceof AlterAction.SetAccessMethod set) {
            if (!set.accessMethod().equals(table.accessMethod()) && table.kind() != RelationKind.PARTITIONED_TABLE) {
                scope.effects().rewrite(table);
                scope.effects().because("another access method writes all rows anew");
            }
        } else if (action instanceof AlterAction.SetCompression set) {
            compression(set);
        } else if (action instanceof AlterAction.ReplicaIdentity identity && identity.index() != null) {
            lockIndex(table, identity.index(), LockMode.SHARE);
        } else if (action instanceof AlterAction.ClusterOn cluster) {
            lockIndex(table, cluster.index(), LockMode.SHARE_UPDATE_EXCLUSIVE);
        }
    }

    private void logged(RelationFacts table, boolean logged) {
        if (logged == (table.persistence() == 'p')) {
            scope.effects().because("it is so already");
            return;
        }
        scope.effects().rewrite(table);
        scope.effects().because(logged ? "all rows are written to the log" : "all rows are written anew");
        scope.world()
                .all(table.sequences().keySet())
                .forEach(sequence -> scope.effects().lock(sequence, LockMode.ACCESS_EXCLUSIVE));
    }

    private void compression(AlterAction.SetCompression set) {
        boolean known = set.method().equals("default")
                || scope.world().server().compressions().contains(set.method());
        if (!known) {
            scope.effects().fails("0A000", "this server was built without " + set.method());
        }
    }

    private void lockIndex(RelationFacts table, String name, LockMode mode) {
        IndexFacts index = table.index(name);
        if (index == null) {
            scope.effects().fails("42704", table.name() + " has no index " + name);
        } else {
            scope.effects().lock(index, mode);
        }
    }
}
