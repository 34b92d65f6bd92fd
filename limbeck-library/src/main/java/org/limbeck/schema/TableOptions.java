package org.limbeck.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a table is besides its columns and constraints.
 *
 * @param unlogged whether its rows are lost in a crash
 * @param partitionBy what makes it a partitioned table, for example {@code RANGE (placed_at)}; null for none
 * @param partition where it belongs in a partitioned table; its columns are then the parent's, and those listed are only
 *     the ones that differ; null for none
 * @param inherits the tables whose columns it has too; those columns aren't listed
 * @param storageParameters for example {@code fillfactor} to {@code 90}; the ones of its TOAST table with {@code toast.}
 * @param tablespace null for the default
 * @param accessMethod null for heap
 * @param rowSecurity whether policies hold
 * @param forcedRowSecurity whether they hold for the owner too
 * @param replicaIdentity {@code FULL}, {@code NOTHING} or {@code USING INDEX name}; null for the primary key
 * @param foreign where a foreign table's rows are; null for a table that has rows
 * @param ofType the composite type that its columns are those of; those listed have what the type can't say; null for none
 * @param clusterOn the index in whose order {@code CLUSTER} puts the rows; null for none
 * @param triggers of a partition, those that it has from its parent and that fire otherwise here, by name
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>
 */
public record TableOptions(
        boolean unlogged,
        @Nullable String partitionBy,
        @Nullable Partition partition,
        List<QualifiedName> inherits,
        Map<String, String> storageParameters,
        @Nullable String tablespace,
        @Nullable String accessMethod,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        @Nullable String replicaIdentity,
        @Nullable ForeignSource foreign,
        @Nullable QualifiedName ofType,
        @Nullable String clusterOn,
        Map<String, Firing> triggers)
        implements TableElement {

    /** An ordinary table. */
    public static final TableOptions NONE = new TableOptions(
            false, null, null, List.of(), Map.of(), null, null, false, false, null, null, null, null, Map.of());

    public TableOptions {
        inherits = List.copyOf(inherits);
        storageParameters = Collections.unmodifiableMap(new TreeMap<>(storageParameters));
        triggers = Collections.unmodifiableMap(new TreeMap<>(triggers));
    }

    /** Makes it lose its rows in a crash, and write less for it. */
    public TableOptions asUnlogged() {
        return new TableOptions(
                true,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions partitionedBy(String key) {
        return new TableOptions(
                unlogged,
                key,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions partitionOf(String parent, String bound) {
        return new TableOptions(
                unlogged,
                partitionBy,
                new Partition(QualifiedName.of(parent), bound),
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions inheriting(String... parents) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                Arrays.stream(parents).map(QualifiedName::of).toList(),
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions in(String newTablespace) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                newTablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions using(String newAccessMethod) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                newAccessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    /** Lets only the rows through that a policy lets through. */
    public TableOptions withRowSecurity() {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                true,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    /** The same, for the owner of the table too. */
    public TableOptions withForcedRowSecurity() {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                true,
                true,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    /** Takes row security away and leaves whom it would hold for. */
    public TableOptions withoutRowSecurity() {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                false,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions identifiedBy(@Nullable String newReplicaIdentity) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                newReplicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions at(String server, Map<String, String> options) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                new ForeignSource(server, options),
                ofType,
                clusterOn,
                triggers);
    }

    public TableOptions with(String parameter, Object value) {
        Map<String, String> all = new TreeMap<>(storageParameters);
        all.put(parameter, value.toString());
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                all,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                triggers);
    }

    /** Gives it the columns of a composite type, or takes it off one. */
    public TableOptions of(@Nullable QualifiedName type) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                type,
                clusterOn,
                triggers);
    }

    /** Says in which order {@code CLUSTER} puts the rows; null for none. */
    public TableOptions clusteredOn(@Nullable String index) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                index,
                triggers);
    }

    /** Says how triggers of a partitioned table fire on this partition, where they do so otherwise than on its parent. */
    public TableOptions firing(Map<String, Firing> newTriggers) {
        return new TableOptions(
                unlogged,
                partitionBy,
                partition,
                inherits,
                storageParameters,
                tablespace,
                accessMethod,
                rowSecurity,
                forcedRowSecurity,
                replicaIdentity,
                foreign,
                ofType,
                clusterOn,
                newTriggers);
    }

    /** Adds an option of a foreign table, whose server has been said. */
    public TableOptions option(String name, String value) {
        ForeignSource source = Objects.requireNonNull(foreign, "the server comes first");
        Map<String, String> all = new TreeMap<>(source.options());
        all.put(name, value);
        return at(source.server(), all);
    }

    /** What these options say, and what the others say besides. */
    TableOptions and(TableOptions others) {
        Map<String, String> parameters = new TreeMap<>(storageParameters);
        parameters.putAll(others.storageParameters);
        Map<String, Firing> firings = new TreeMap<>(triggers);
        firings.putAll(others.triggers);
        return new TableOptions(
                unlogged || others.unlogged,
                either(others.partitionBy, partitionBy),
                either(others.partition, partition),
                others.inherits.isEmpty() ? inherits : others.inherits,
                parameters,
                either(others.tablespace, tablespace),
                either(others.accessMethod, accessMethod),
                rowSecurity || others.rowSecurity,
                forcedRowSecurity || others.forcedRowSecurity,
                either(others.replicaIdentity, replicaIdentity),
                either(others.foreign, foreign),
                either(others.ofType, ofType),
                either(others.clusterOn, clusterOn),
                firings);
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** Where the rows of a foreign table are. */
    public record ForeignSource(String server, Map<String, String> options) {
        public ForeignSource {
            Names.checked(server);
            options = Collections.unmodifiableMap(new TreeMap<>(options));
        }
    }
}
