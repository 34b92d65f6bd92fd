package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.Firing;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.Partition;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.ScriptedObject;
import org.limbeck.schema.Table;

/**
 * Triggers that partitions have from their partitioned tables, and that fire otherwise there. Whatever happens to the
 * trigger itself, or to one of the tables between, makes them fire as it does.
 */
final class PartitionTriggers {

    private final Schema before;
    private final Schema after;
    private final Rebuild rebuild;
    private final Map<ObjectId, Firing> said = new HashMap<>();

    PartitionTriggers(Schema before, Schema after, Rebuild rebuild) {
        this.before = before;
        this.after = after;
        this.rebuild = rebuild;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        after.all(Table.class).stream()
                .filter(table -> !names(table).isEmpty())
                .sorted(Comparator.comparingInt(this::depth))
                .forEach(table -> names(table).forEach(name -> {
                    Firing wanted = firing(after, table, name);
                    Firing current = current(table, name);
                    if (wanted != null && current != null && wanted != current) {
                        said.put(id(table, name), wanted);
                        TableChange change = new TableChange.TriggerFiring(name, wanted, current);
                        steps.add(Step.plain(Phase.DESCRIBE, new AlterTable(table.name(), change)));
                    }
                }));
        return steps;
    }

    private Set<String> names(Table table) {
        if (table.options().partition() == null) {
            return Set.of();
        }
        Table old = before.table(table.name());
        Set<String> names = new TreeSet<>(table.options().triggers().keySet());
        if (old != null) {
            names.addAll(old.options().triggers().keySet());
        }
        return names;
    }

    private int depth(Table table) {
        Table parent = parent(after, table);
        return parent == null ? 0 : depth(parent) + 1;
    }

    /** How it fires on that table; null where there is none of that name. */
    private static @Nullable Firing firing(Schema schema, Table table, String name) {
        Firing own = table.options().triggers().get(name);
        if (own != null) {
            return own;
        }
        if (schema.object(id(table, name)) instanceof ScriptedObject trigger) {
            return trigger.firing();
        }
        Table parent = parent(schema, table);
        return parent == null ? null : firing(schema, parent, name);
    }

    /** How it fires when all other steps are done. */
    private @Nullable Firing current(Table table, String name) {
        Table old = before.table(table.name());
        if (old != null && !isSet(table, name)) {
            return firing(before, old, name);
        }
        Table parent = parent(after, table);
        return parent == null ? null : firing(after, parent, name);
    }

    /** Whether a step makes it fire as it does on the table's parent. */
    private boolean isSet(Table table, String name) {
        ObjectId id = id(table, name);
        if (said.containsKey(id)) {
            return true;
        }
        SchemaObject trigger = after.object(id);
        if (trigger != null) {
            return rebuild.contains(id) || !trigger.equals(before.object(id));
        }
        Table parent = parent(after, table);
        return parent == null || !staysWhereItIs(table) || isSet(parent, name);
    }

    private boolean staysWhereItIs(Table table) {
        Table old = before.table(table.name());
        return old != null
                && !rebuild.contains(table.id())
                && !rebuild.reattached().contains(ObjectId.table(table.name()))
                && Objects.equals(old.options().partition(), table.options().partition());
    }

    private static @Nullable Table parent(Schema schema, Table table) {
        Partition partition = table.options().partition();
        return partition == null ? null : schema.table(partition.parent());
    }

    private static ObjectId id(Table table, String trigger) {
        return new ObjectId(ObjectKind.TRIGGER, table.name(), trigger);
    }
}
