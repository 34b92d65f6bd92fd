package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AddConstraint;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.CommentOn;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.DropConstraint;
import org.limbeck.operation.Operation;
import org.limbeck.operation.TableChange;
import org.limbeck.operation.ValidateConstraint;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Partition;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** The steps that make a table another one in place. */
final class TableSteps {

    private final Schema before;
    private final Schema after;
    private final Rebuild rebuild;
    private final NewColumn newColumn;
    private final Findings findings;
    private final List<Step> steps = new ArrayList<>();

    TableSteps(Schema before, Schema after, Rebuild rebuild, NewColumn newColumn, Findings findings) {
        this.before = before;
        this.after = after;
        this.rebuild = rebuild;
        this.newColumn = newColumn;
        this.findings = findings;
    }

    List<Step> of(Table from, Table to) {
        ObjectId id = ObjectId.table(to.name());
        boolean leavesType = new TypedTables(before, after, rebuild).holdsChange(from);
        constraints(from, to);
        joins(id, from, to, leavesType);
        columns(from, to);
        for (TableChange change : new TableOptionsDiff(from.options(), to.options()).changes()) {
            steps.add(Step.changing(Phase.TABLE, id, List.of(new AlterTable(to.name(), change))));
        }
        QualifiedName type = to.options().ofType();
        if (type != null && (leavesType || !type.equals(from.options().ofType()))) {
            // Only when columns that the type hasn't are gone.
            steps.add(Step.plain(Phase.DESCRIBE, new AlterTable(to.name(), new TableChange.OfType(type))));
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            steps.add(Step.plain(Phase.DESCRIBE, new CommentOn(to.id(), text(to.comment()), text(from.comment()))));
        }
        return steps;
    }

    private void joins(ObjectId id, Table from, Table to, boolean leavesType) {
        TableOptionsDiff options = new TableOptionsDiff(from.options(), to.options());
        boolean all = rebuild.reattached().contains(id);
        for (TableChange change : options.leaving(all, leavesType)) {
            steps.add(new Step(
                    Phase.DETACH,
                    List.of(new AlterTable(to.name(), change)),
                    Set.of(),
                    Set.of(id),
                    Set.of(),
                    Set.of(),
                    Set.of()));
        }
        for (TableChange change : options.joining(all)) {
            steps.add(new Step(
                    Phase.KEY,
                    List.of(new AlterTable(to.name(), change)),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Set.of(id),
                    Set.of()));
        }
    }

    private void columns(Table from, Table to) {
        Table whole = PartitionColumns.full(before, from);
        Table wanted = PartitionColumns.full(after, to);
        Partition partition = from.options().partition();
        if (partition != null && partition.equals(to.options().partition())) {
            Table parentBefore = before.table(partition.parent());
            Table parentAfter = after.table(partition.parent());
            if (parentBefore != null && parentAfter != null) {
                whole = PartitionColumns.cascaded(
                        whole, PartitionColumns.full(before, parentBefore), PartitionColumns.full(after, parentAfter));
            }
        }
        Map<String, Column> old = Elements.columns(whole);
        for (Column column : wanted.columns()) {
            Column same = old.get(column.name());
            if (same == null || rebuild.contains(Elements.of(to, column))) {
                steps.add(Step.creating(
                        Phase.TABLE, Set.of(Elements.of(to, column)), newColumn.operations(to, column, same == null)));
            } else {
                change(to, same, column);
            }
        }
        Set<String> names = new HashSet<>(Elements.columns(wanted).keySet());
        for (Column column : whole.columns()) {
            if (!names.contains(column.name()) || rebuild.contains(Elements.of(from, column))) {
                drop(from, to, column);
            }
        }
    }

    private void change(Table table, Column from, Column to) {
        ObjectId id = Elements.of(table, to);
        boolean reset = rebuild.defaults().contains(id);
        if (from.equals(to) && !reset) {
            return;
        }
        ColumnDiff diff = new ColumnDiff(table.name(), from, to);
        diff.tell(findings);
        List<Operation> early = diff.earlyOperations(reset);
        Set<ObjectId> here = Set.of(id);
        if (!early.isEmpty()) {
            steps.add(new Step(Phase.DETACH, early, Set.of(), here, Set.of(), Set.of(), Set.of()));
        }
        Set<ObjectId> removes = ColumnDiff.isRetyped(from, to) ? here : Set.of();
        Set<ObjectId> leaves = reset ? Set.of() : here;
        steps.add(new Step(Phase.TABLE, diff.operations(reset), removes, leaves, here, here, Set.of()));
    }

    private void drop(Table from, Table to, Column column) {
        ObjectId id = Elements.of(from, column);
        Column replacement = Elements.column(to, column.name());
        if (replacement != null && !Elements.isGenerated(column)) {
            findings.loss(id, id.describe() + " goes with its values, since it is to be computed");
        } else if (replacement == null && !Elements.isGenerated(column)) {
            findings.loss(id, id.describe() + " goes with its values");
        }
        steps.add(
                Step.dropping(Phase.DISCARD, Set.of(id), new DropColumn(from.name(), column.name(), column, Set.of())));
    }

    private void constraints(Table from, Table to) {
        Map<String, Constraint> wanted = Elements.constraints(to);
        for (Constraint constraint : from.constraints()) {
            String name = Elements.nameOf(constraint);
            ObjectId id = Elements.of(from, constraint);
            if (!wanted.containsKey(name) || rebuild.contains(id)) {
                steps.add(Step.dropping(
                        Phase.DETACH, Set.of(id), new DropConstraint(from.name(), name, constraint, Set.of())));
            }
        }
        Map<String, Constraint> old = Elements.constraints(from);
        for (Constraint constraint : to.constraints()) {
            Constraint same = old.get(Elements.nameOf(constraint));
            ObjectId id = Elements.of(to, constraint);
            if (same == null || rebuild.contains(id)) {
                Phase phase = constraint instanceof ForeignKey ? Phase.FOREIGN_KEY : Phase.KEY;
                steps.add(Step.creating(phase, Set.of(id), new AddConstraint(to.name(), constraint)));
            } else if (Incompatible.isValidated(same, constraint)) {
                steps.add(
                        Step.plain(Phase.FOREIGN_KEY, new ValidateConstraint(to.name(), Elements.nameOf(constraint))));
            }
        }
    }

    private static String text(@Nullable String comment) {
        return comment == null ? "" : comment;
    }
}
