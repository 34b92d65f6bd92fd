package org.limbeck.migration;

import java.util.Map;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.Firing;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.TableOptions;

/**
 * The words for what a table is besides its columns and constraints, and for changes of that; a part of {@link Ddl}, whose
 * static import brings them.
 */
public abstract sealed class TableWords extends ObjectWords permits Ddl {

    TableWords() {}

    // Beside columns and constraints

    /** The rows are lost in a crash, and less is written for it. */
    public static TableOptions unlogged() {
        return TableOptions.NONE.asUnlogged();
    }

    /** Makes it a partitioned table. The key in SQL, for example {@code RANGE (placed_at)}. */
    public static TableOptions partitionBy(String key) {
        return TableOptions.NONE.partitionedBy(key);
    }

    /**
     * Makes it a partition. Columns beside this have the parent's type and say only what differs.
     *
     * @param bound in SQL, for example {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')} or {@code DEFAULT}
     */
    public static TableOptions partitionOf(String parent, String bound) {
        return TableOptions.NONE.partitionOf(parent, bound);
    }

    /** It has the columns of these tables too. */
    public static TableOptions inherits(String... parents) {
        return TableOptions.NONE.inheriting(parents);
    }

    /** Its columns are those of a composite type. Columns beside this have its types and say only what it can't. */
    public static TableOptions ofType(String type) {
        return TableOptions.NONE.of(QualifiedName.of(type));
    }

    /** A storage parameter, for example {@code fillfactor}; that of the TOAST table begins with {@code toast.}. */
    public static TableOptions with(String parameter, Object value) {
        return TableOptions.NONE.with(parameter, value);
    }

    public static TableOptions tablespace(String name) {
        return TableOptions.NONE.in(name);
    }

    public static TableOptions accessMethod(String name) {
        return TableOptions.NONE.using(name);
    }

    /** Only rows that a policy lets through are seen and written, except by the owner. */
    public static TableOptions rowSecurity() {
        return TableOptions.NONE.withRowSecurity();
    }

    /** Row security, for the owner too. */
    public static TableOptions forcedRowSecurity() {
        return TableOptions.NONE.withForcedRowSecurity();
    }

    /** How a subscriber finds the row: {@code FULL}, {@code NOTHING} or {@code USING INDEX name}. */
    public static TableOptions replicaIdentity(String identity) {
        return TableOptions.NONE.identifiedBy(identity);
    }

    /** In which index's order {@code CLUSTER} puts the rows; of an index that comes with the table. */
    public static TableOptions clusterOn(String index) {
        return TableOptions.NONE.clusteredOn(index);
    }

    /** Of a partition: a trigger of its partitioned table fires otherwise here. */
    public static TableOptions firing(String trigger, Firing firing) {
        return TableOptions.NONE.firing(Map.of(trigger, firing));
    }

    /** Makes it a foreign table. */
    public static TableOptions fromServer(String server) {
        return TableOptions.NONE.at(server, Map.of());
    }

    // Changes of these

    public static TableChange setUnlogged() {
        return new TableChange.Logging(true);
    }

    public static TableChange setLogged() {
        return new TableChange.Logging(false);
    }

    /** Sets a storage parameter that was not set before. */
    public static TableChange.StorageParameters setParameter(String name, Object value) {
        return TableChange.StorageParameters.NONE.set(name, value);
    }

    /** Sets a storage parameter and says what it was before. */
    public static TableChange.StorageParameters setParameter(String name, Object value, Object before) {
        return TableChange.StorageParameters.NONE.set(name, value, before);
    }

    /** Gives a storage parameter its default and says what it was before. */
    public static TableChange.StorageParameters resetParameter(String name, Object before) {
        return TableChange.StorageParameters.NONE.reset(name, before);
    }

    /** Moves the table, from the default tablespace unless more is said; rewrites it. */
    public static TableChange.Tablespace setTablespace(String name) {
        return TableChange.Tablespace.of(name);
    }

    /** Needs PostgreSQL 15 and rewrites the table. */
    public static TableChange.AccessMethod setAccessMethod(String name) {
        return TableChange.AccessMethod.of(name);
    }

    public static TableChange enableRowSecurity() {
        return new TableChange.RowSecurity(true);
    }

    public static TableChange disableRowSecurity() {
        return new TableChange.RowSecurity(false);
    }

    /** Makes row security hold for the owner too, where it is enabled. */
    public static TableChange forceRowSecurity() {
        return new TableChange.ForcedRowSecurity(true);
    }

    public static TableChange noForceRowSecurity() {
        return new TableChange.ForcedRowSecurity(false);
    }

    /** {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code USING INDEX name}. */
    public static TableChange.ReplicaIdentity setReplicaIdentity(String identity) {
        return TableChange.ReplicaIdentity.of(identity);
    }

    /**
     * Says of an index how many values of an expression {@code ANALYZE} remembers.
     *
     * @param key the place of the expression in the index, from 1
     * @param target up to 10000; -1 for what the server does by itself
     */
    public static TableChange.IndexStatistics setStatistics(int key, int target) {
        return TableChange.IndexStatistics.of(key, target);
    }

    /** Says in which index's order {@code CLUSTER} puts the rows, where none was named unless more is said. */
    public static TableChange.ClusterOn setClusterOn(String index) {
        return TableChange.ClusterOn.of(index);
    }

    /** Names no index for {@code CLUSTER} any more, and says which one it was. */
    public static TableChange dropClusterOn(String index) {
        return new TableChange.ClusterOn(null, index);
    }

    /** Says how a trigger fires, on a partitioned table also on its partitions; from {@code ORIGIN} unless more is said. */
    public static TableChange.TriggerFiring setFiring(String trigger, Firing firing) {
        return TableChange.TriggerFiring.of(trigger, firing);
    }

    public static TableChange inherit(String parent) {
        return new TableChange.Inherit(QualifiedName.of(parent));
    }

    public static TableChange noInherit(String parent) {
        return new TableChange.NoInherit(QualifiedName.of(parent));
    }

    /** Holds the table to the columns of a composite type, which it has. */
    public static TableChange setOfType(String type) {
        return new TableChange.OfType(QualifiedName.of(type));
    }

    /** Makes it a table with columns of its own, and says which type's they were. */
    public static TableChange dropOfType(String type) {
        return new TableChange.NotOfType(QualifiedName.of(type));
    }

    /** Makes the table a partition; the bound in SQL, for example {@code FOR VALUES IN ('north')}. */
    public static TableChange attachTo(String parent, String bound) {
        return new TableChange.Attach(new Partition(QualifiedName.of(parent), bound));
    }

    /** Makes the partition a table of its own and says which rows it took, so that this can be undone. */
    public static TableChange detachFrom(String parent, String bound) {
        return new TableChange.Detach(new Partition(QualifiedName.of(parent), bound));
    }

    /** Sets an option of a foreign table that was not set before. */
    public static TableChange.ForeignOptions setOption(String name, String value) {
        return TableChange.ForeignOptions.NONE.set(name, value);
    }

    /** Sets an option of a foreign table and says what it was before. */
    public static TableChange.ForeignOptions setOption(String name, String value, String before) {
        return TableChange.ForeignOptions.NONE.set(name, value, before);
    }

    /** Drops an option of a foreign table and says what it was. */
    public static TableChange.ForeignOptions dropOption(String name, String before) {
        return TableChange.ForeignOptions.NONE.drop(name, before);
    }
}
