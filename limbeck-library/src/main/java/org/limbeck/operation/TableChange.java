package org.limbeck.operation;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Firing;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;

/**
 * One change of a table that is neither of a column nor of a constraint.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
public sealed interface TableChange {

    Optional<TableChange> reverse();

    String describe();

    /** {@code SET UNLOGGED} or {@code SET LOGGED}; rewrites the table. */
    record Logging(boolean unlogged) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new Logging(!unlogged));
        }

        @Override
        public String describe() {
            return unlogged ? "set unlogged" : "set logged";
        }
    }

    /**
     * {@code SET (…)} and {@code RESET (…)}, of a table, a materialized view or an index.
     *
     * @param to all that differ, with their new values; those that are only in {@code from} are reset
     */
    record StorageParameters(SortedMap<String, String> to, SortedMap<String, String> from) implements TableChange {

        /** No change; what changes comes next. */
        public static final StorageParameters NONE = new StorageParameters(new TreeMap<>(), new TreeMap<>());

        public StorageParameters {
            to = Collections.unmodifiableSortedMap(new TreeMap<>(to));
            from = Collections.unmodifiableSortedMap(new TreeMap<>(from));
        }

        public static StorageParameters of(Map<String, String> to, Map<String, String> from) {
            return new StorageParameters(new TreeMap<>(to), new TreeMap<>(from));
        }

        /** Sets one that was not set before. */
        public StorageParameters set(String name, Object value) {
            return new StorageParameters(with(to, name, value.toString()), from);
        }

        /** Sets one and says what it was before. */
        public StorageParameters set(String name, Object value, Object before) {
            return new StorageParameters(with(to, name, value.toString()), with(from, name, before.toString()));
        }

        /** Takes one away and says what it was. */
        public StorageParameters reset(String name, Object before) {
            return new StorageParameters(to, with(from, name, before.toString()));
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new StorageParameters(from, to));
        }

        @Override
        public String describe() {
            return "set storage parameters";
        }
    }

    /** {@code SET TABLESPACE}; null for the default; rewrites the table. */
    record Tablespace(@Nullable String to, @Nullable String from) implements TableChange {

        /** From the default, unless more is said. */
        public static Tablespace of(String to) {
            return new Tablespace(orDefault(to), null);
        }

        /** Says what it was before. */
        public Tablespace from(String before) {
            return new Tablespace(to, orDefault(before));
        }

        private static @Nullable String orDefault(String name) {
            return name.equals("pg_default") ? null : name;
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new Tablespace(from, to));
        }

        @Override
        public String describe() {
            return "set tablespace " + (to == null ? "pg_default" : to);
        }
    }

    /** {@code SET ACCESS METHOD}; null for heap; needs PostgreSQL 15 and rewrites the table. */
    record AccessMethod(@Nullable String to, @Nullable String from) implements TableChange {

        /** From the default, unless more is said. */
        public static AccessMethod of(String to) {
            return new AccessMethod(orDefault(to), null);
        }

        /** Says what it was before. */
        public AccessMethod from(String before) {
            return new AccessMethod(to, orDefault(before));
        }

        private static @Nullable String orDefault(String name) {
            return name.equals("heap") ? null : name;
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new AccessMethod(from, to));
        }

        @Override
        public String describe() {
            return "set access method " + (to == null ? "heap" : to);
        }
    }

    /** {@code ENABLE} or {@code DISABLE ROW LEVEL SECURITY}. */
    record RowSecurity(boolean enabled) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new RowSecurity(!enabled));
        }

        @Override
        public String describe() {
            return (enabled ? "enable" : "disable") + " row level security";
        }
    }

    /** {@code FORCE} or {@code NO FORCE ROW LEVEL SECURITY}. */
    record ForcedRowSecurity(boolean forced) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new ForcedRowSecurity(!forced));
        }

        @Override
        public String describe() {
            return (forced ? "force" : "no force") + " row level security";
        }
    }

    /** {@code REPLICA IDENTITY}; null for the primary key. */
    record ReplicaIdentity(@Nullable String to, @Nullable String from) implements TableChange {

        /** From the default, unless more is said. */
        public static ReplicaIdentity of(String to) {
            return new ReplicaIdentity(orDefault(to), null);
        }

        /** Says what it was before. */
        public ReplicaIdentity from(String before) {
            return new ReplicaIdentity(to, orDefault(before));
        }

        private static @Nullable String orDefault(String name) {
            return name.equals("DEFAULT") ? null : name;
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new ReplicaIdentity(from, to));
        }

        @Override
        public String describe() {
            return "replica identity " + (to == null ? "default" : to);
        }
    }

    /** {@code CLUSTER ON} an index, for the next {@code CLUSTER}; null for none. */
    record ClusterOn(@Nullable String to, @Nullable String from) implements TableChange {

        /** Where no index was named before, unless more is said. */
        public static ClusterOn of(String index) {
            return new ClusterOn(index, null);
        }

        /** Says which index it was before. */
        public ClusterOn from(String index) {
            return new ClusterOn(to, index);
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new ClusterOn(from, to));
        }

        @Override
        public String describe() {
            return to == null ? "set without cluster" : "cluster on " + to;
        }
    }

    /**
     * {@code ALTER COLUMN … SET STATISTICS} of an index.
     *
     * @param key the place of an expression in the index, from 1
     * @param to how many values {@code ANALYZE} remembers; null for what the server does by itself
     */
    record IndexStatistics(
            int key, @Nullable Integer to, @Nullable Integer from) implements TableChange {

        /** From what the server does by itself, unless more is said. */
        public static IndexStatistics of(int key, int to) {
            return new IndexStatistics(key, orDefault(to), null);
        }

        /** Says what it was before. */
        public IndexStatistics from(int before) {
            return new IndexStatistics(key, to, orDefault(before));
        }

        private static @Nullable Integer orDefault(int target) {
            return target < 0 ? null : target;
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new IndexStatistics(key, from, to));
        }

        @Override
        public String describe() {
            return "set statistics of key " + key + " to " + (to == null ? "default" : to);
        }
    }

    /** How a trigger fires; on a partitioned table also on all of its partitions. */
    record TriggerFiring(String trigger, Firing to, Firing from) implements TableChange {

        /** From how a new one fires, unless more is said. */
        public static TriggerFiring of(String trigger, Firing to) {
            return new TriggerFiring(trigger, to, Firing.ORIGIN);
        }

        /** Says how it fired before. */
        public TriggerFiring from(Firing before) {
            return new TriggerFiring(trigger, to, before);
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new TriggerFiring(trigger, from, to));
        }

        @Override
        public String describe() {
            return "trigger " + trigger + " fires " + to.name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code INHERIT}. */
    record Inherit(QualifiedName parent) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new NoInherit(parent));
        }

        @Override
        public String describe() {
            return "inherit " + parent;
        }
    }

    /** {@code NO INHERIT}; the columns stay. */
    record NoInherit(QualifiedName parent) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new Inherit(parent));
        }

        @Override
        public String describe() {
            return "no inherit " + parent;
        }
    }

    /** {@code OF}: the table's columns are those of the composite type, and stay so. */
    record OfType(QualifiedName type) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new NotOfType(type));
        }

        @Override
        public String describe() {
            return "of " + type;
        }
    }

    /** {@code NOT OF}; the columns stay. */
    record NotOfType(QualifiedName type) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new OfType(type));
        }

        @Override
        public String describe() {
            return "not of " + type;
        }
    }

    /** {@code ATTACH PARTITION}: the altered table becomes a partition of that parent. */
    record Attach(Partition partition) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new Detach(partition));
        }

        @Override
        public String describe() {
            return "attach to " + partition.parent() + " " + partition.bound();
        }
    }

    /** {@code DETACH PARTITION}: the altered table is no longer a partition of that parent. */
    record Detach(Partition partition) implements TableChange {
        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new Attach(partition));
        }

        @Override
        public String describe() {
            return "detach from " + partition.parent();
        }
    }

    /** {@code OPTIONS (…)} of a foreign table. */
    record ForeignOptions(SortedMap<String, String> to, SortedMap<String, String> from) implements TableChange {

        /** No change; what changes comes next. */
        public static final ForeignOptions NONE = new ForeignOptions(new TreeMap<>(), new TreeMap<>());

        public ForeignOptions {
            to = Collections.unmodifiableSortedMap(new TreeMap<>(to));
            from = Collections.unmodifiableSortedMap(new TreeMap<>(from));
        }

        /** Sets one that was not set before. */
        public ForeignOptions set(String name, String value) {
            return new ForeignOptions(with(to, name, value), from);
        }

        /** Sets one and says what it was before. */
        public ForeignOptions set(String name, String value, String before) {
            return new ForeignOptions(with(to, name, value), with(from, name, before));
        }

        /** Takes one away and says what it was. */
        public ForeignOptions drop(String name, String before) {
            return new ForeignOptions(to, with(from, name, before));
        }

        @Override
        public Optional<TableChange> reverse() {
            return Optional.of(new ForeignOptions(from, to));
        }

        @Override
        public String describe() {
            return "set options";
        }
    }

    private static SortedMap<String, String> with(SortedMap<String, String> map, String name, String value) {
        SortedMap<String, String> all = new TreeMap<>(map);
        all.put(name, value);
        return all;
    }
}
