package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.DropTable;
import org.limbeck.operation.Operation;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/** Makes one schema another, name by name: whatever has another name is another thing here. */
final class Comparison {

    private final Schema before;
    private final Schema after;
    private final DiffOptions options;
    private final Findings findings;
    private final Rebuild rebuild;
    private final List<Step> steps = new ArrayList<>();

    private Comparison(Schema before, Schema after, DiffOptions options, Findings findings) {
        this.before = before;
        this.after = after;
        this.options = options;
        this.findings = findings;
        this.rebuild = Rebuild.of(before, after, Incompatible.between(before, after, options.serverMajor()));
    }

    static List<Operation> operations(Schema before, Schema after, DiffOptions options, Findings findings) {
        removedValues(before, after, findings);
        TypeReplacement replacement = TypeReplacement.of(before, after, findings);
        Comparison comparison = new Comparison(replacement.schema(), after, options, findings);
        List<Operation> operations = new ArrayList<>(replacement.operations());
        operations.addAll(comparison.run());
        return operations;
    }

    private static void removedValues(Schema before, Schema after, Findings findings) {
        for (EnumType type : before.all(EnumType.class)) {
            if (after.object(type.id()) instanceof EnumType now) {
                type.values().stream()
                        .filter(value -> !now.values().contains(value))
                        .forEach(value -> findings.loss(
                                type.id(),
                                "value \"" + value + "\" of " + type.id().describe()
                                        + " goes: a row that has it stops the upgrade"));
            }
        }
    }

    private List<Operation> run() {
        dropTables();
        createTables();
        alterTables();
        sequences();
        dropObjects();
        createObjects();
        steps.addAll(new PartitionTriggers(before, after, rebuild).steps());
        List<Operation> operations = StepOrder.sorted(steps, before, after);
        operations.addAll(new Description(before, after, rebuild, options).operations());
        return operations;
    }

    private void dropTables() {
        List<Table> tables = before.all(Table.class).stream()
                .filter(table -> after.table(table.name()) == null || rebuild.contains(table.id()))
                .toList();
        ForeignKeySplit split = ForeignKeySplit.of(tables);
        List<Table> order = new ArrayList<>(split.tables());
        Collections.reverse(order);
        TypedTables typed = new TypedTables(before, after, rebuild);
        for (Table table : order) {
            for (ForeignKey key : split.apart().getOrDefault(table.name(), List.of())) {
                steps.add(Step.dropping(
                        Phase.DETACH,
                        Set.of(Elements.of(table, key)),
                        new DropConstraint(table.name(), Elements.nameOf(key), key, Set.of())));
            }
            QualifiedName type = table.options().ofType();
            if (type != null && typed.holdsChange(table)) {
                steps.add(Step.plain(Phase.DETACH, new AlterTable(table.name(), new TableChange.NotOfType(type))));
            }
            steps.add(Step.dropping(Phase.DISCARD, Elements.of(table), new DropTable(table.name(), table, Set.of())));
            if (table.options().foreign() == null) {
                boolean comesAgain = after.table(table.name()) != null;
                findings.loss(
                        table.id(),
                        table.id().describe() + " goes with its rows"
                                + (comesAgain ? ", and comes again empty, since it can't be altered so" : ""));
            }
        }
    }

    private void createTables() {
        List<Table> tables = after.all(Table.class).stream()
                .filter(table -> before.table(table.name()) == null || rebuild.contains(table.id()))
                .toList();
        ForeignKeySplit split = ForeignKeySplit.of(tables);
        for (Table table : split.tables()) {
            steps.addAll(NewTable.steps(table));
            for (ForeignKey key : split.apart().getOrDefault(table.name(), List.of())) {
                steps.add(Step.creating(
                        Phase.FOREIGN_KEY, Set.of(Elements.of(table, key)), new AddConstraint(table.name(), key)));
            }
        }
    }

    private void alterTables() {
        Set<QualifiedName> touched = new HashSet<>(rebuild.touchedTables());
        NewColumn newColumn = new NewColumn(options, findings);
        IndexMarks marks = new IndexMarks(after, rebuild);
        for (Table from : before.all(Table.class)) {
            Table to = after.table(from.name());
            boolean stays = to != null && !rebuild.contains(from.id());
            if (to != null && stays) {
                steps.addAll(marks.steps(from, to));
            }
            boolean partition = from.options().partition() != null;
            if (to != null && stays && (partition || touched.contains(from.name()) || !from.equals(to))) {
                steps.addAll(new TableSteps(before, after, rebuild, newColumn, findings).of(from, to));
            }
        }
    }

    private void sequences() {
        Set<ObjectId> ids = new TreeSet<>();
        before.all(Sequence.class).forEach(sequence -> ids.add(sequence.id()));
        after.all(Sequence.class).forEach(sequence -> ids.add(sequence.id()));
        SequenceSteps sequences = new SequenceSteps(before, after, rebuild, options.serverMajor(), findings);
        for (ObjectId id : ids) {
            steps.addAll(sequences.of((Sequence) before.object(id), (Sequence) after.object(id)));
        }
    }

    private void dropObjects() {
        List<SchemaObject> objects = new ArrayList<>(before.objects().values());
        objects.sort((one, other) -> {
            int kinds = other.id().kind().compareTo(one.id().kind());
            return kinds == 0 ? one.id().compareTo(other.id()) : kinds;
        });
        for (SchemaObject object : objects) {
            ObjectId id = object.id();
            boolean goes = after.object(id) == null || rebuild.contains(id);
            if (goes && !(object instanceof Table) && !(object instanceof Sequence)) {
                steps.add(Step.dropping(dropPhase(id.kind()), Set.of(id), ObjectOperations.drop(object)));
            }
        }
    }

    private void createObjects() {
        TreeMap<ObjectId, SchemaObject> objects = new TreeMap<>(after.objects());
        objects.forEach((id, object) -> {
            if (object instanceof Table || object instanceof Sequence) {
                return;
            }
            SchemaObject old = before.object(id);
            if (old == null || rebuild.contains(id)) {
                steps.add(Step.creating(createPhase(id.kind()), Set.of(id), ObjectOperations.create(object)));
            } else if (!old.equals(object)) {
                List<Operation> changes = ObjectChange.operations(old, object);
                steps.add(Step.changing(createPhase(id.kind()), id, changes));
            }
        });
    }

    private static Phase createPhase(ObjectKind kind) {
        return switch (kind) {
            case INDEX -> Phase.KEY;
            case SCHEMA, EXTENSION, COLLATION, ENUM, RANGE_TYPE, COMPOSITE_TYPE, DOMAIN, FOREIGN_DATA_WRAPPER, SERVER ->
                Phase.FOUNDATION;
            default -> Phase.ATTACH;
        };
    }

    private static Phase dropPhase(ObjectKind kind) {
        return createPhase(kind) == Phase.FOUNDATION ? Phase.DISCARD : Phase.DETACH;
    }
}
