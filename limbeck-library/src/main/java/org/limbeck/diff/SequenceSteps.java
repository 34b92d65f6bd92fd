package org.limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.AlterTable;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.DropSequence;
import org.limbeck.operation.OwnSequence;
import org.limbeck.operation.TableChange;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/**
 * The steps for sequences. One that a column owns is dropped with it, and one can be owned only by a column that is there;
 * so ownership is given up before, and taken after.
 */
final class SequenceSteps {

    /** Before it all sequences are logged, whatever their table is. */
    private static final int LOGGING_OF_SEQUENCES = 15;

    private final Schema before;
    private final Schema after;
    private final Rebuild rebuild;
    private final int serverMajor;
    private final Findings findings;

    SequenceSteps(Schema before, Schema after, Rebuild rebuild, int serverMajor, Findings findings) {
        this.before = before;
        this.after = after;
        this.rebuild = rebuild;
        this.serverMajor = serverMajor;
        this.findings = findings;
    }

    /**
     * Makes the one the other.
     *
     * @param from null for none
     * @param to null for none
     */
    List<Step> of(@Nullable Sequence from, @Nullable Sequence to) {
        ColumnReference owner = from == null ? null : from.owner();
        ColumnReference wanted = to == null ? null : to.owner();
        boolean loses = owner != null && !staysBeside(owner);
        List<Step> steps = new ArrayList<>();
        if (from != null && owner != null && loses) {
            steps.add(Step.plain(Phase.FREE, new OwnSequence(from.name(), null, owner)));
            owner = null;
        }
        if (to == null && from != null) {
            steps.add(dropping(from, owner));
        } else if (from == null && to != null) {
            owner = wanted != null && staysBeside(wanted) ? wanted : null;
            steps.add(Step.creating(Phase.FOUNDATION, Set.of(to.id()), new CreateSequence(owned(to, owner), Set.of())));
        } else if (from != null && to != null) {
            CountingDiff.operations(from, to)
                    .forEach(operation -> steps.add(Step.changing(Phase.FOUNDATION, to.id(), List.of(operation))));
        }
        if (from != null && to != null && (from.unlogged() != to.unlogged() || goesWithTable(owner, to))) {
            TableChange change = new TableChange.Logging(to.unlogged());
            steps.add(Step.plain(Phase.KEY, new AlterTable(to.name(), change)));
        }
        if (to != null && !Objects.equals(owner, wanted)) {
            Step own = Step.plain(Phase.KEY, new OwnSequence(to.name(), wanted, owner));
            steps.add(wanted == null ? own : own.after(Set.of(to.id(), column(wanted))));
        }
        return steps;
    }

    /** Whether a table that becomes logged or unlogged takes along a sequence that is to stay as it is. */
    private boolean goesWithTable(@Nullable ColumnReference owner, Sequence sequence) {
        Table old = owner == null ? null : before.table(owner.table());
        Table table = owner == null ? null : after.table(owner.table());
        return serverMajor >= LOGGING_OF_SEQUENCES
                && old != null
                && table != null
                && old.options().unlogged() != table.options().unlogged()
                && table.options().unlogged() != sequence.unlogged();
    }

    private Step dropping(Sequence sequence, @Nullable ColumnReference owner) {
        if (sequence.owner() == null) {
            findings.loss(sequence.id(), sequence.id().describe() + " goes with the number it has reached");
        }
        return Step.dropping(
                Phase.DISCARD,
                Set.of(sequence.id()),
                new DropSequence(sequence.name(), owned(sequence, owner), Set.of()));
    }

    private boolean staysBeside(ColumnReference reference) {
        ObjectId id = column(reference);
        return before.table(reference.table()) != null
                && after.table(reference.table()) != null
                && Elements.contains(before, id)
                && Elements.contains(after, id)
                && !rebuild.contains(id)
                && !rebuild.contains(ObjectId.table(reference.table()));
    }

    private static ObjectId column(ColumnReference reference) {
        return ObjectId.column(reference.table(), reference.column());
    }

    private static Sequence owned(Sequence sequence, @Nullable ColumnReference owner) {
        return new Sequence(sequence.name(), sequence.type(), sequence.options(), owner, sequence.unlogged());
    }
}
