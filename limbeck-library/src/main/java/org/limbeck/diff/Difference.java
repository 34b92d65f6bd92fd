package org.limbeck.diff;

import java.util.List;
import org.limbeck.operation.Operation;
import org.limbeck.operation.Rewriter;
import org.limbeck.problem.Problem;

/**
 * What makes one schema another.
 *
 * @param upgrade the operations that make the actual schema the desired one, in the order in which they run
 * @param downgrade those that lead back from there, in their order; not always the reverses of the others, since a value
 *     added to an enum has none
 * @param questions what may be a rename and was taken for something dropped and something created, since nobody said so
 * @param losses the data that the upgrade loses
 * @param notes what is worth knowing before the upgrade runs
 * @param problems why the upgrade would fail; one with problems isn't to be written down
 */
public record Difference(
        List<Operation> upgrade,
        List<Operation> downgrade,
        List<RenameQuestion> questions,
        List<DataLoss> losses,
        List<Note> notes,
        List<Problem> problems) {

    public Difference {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        questions = List.copyOf(questions);
        losses = List.copyOf(losses);
        notes = List.copyOf(notes);
        problems = List.copyOf(problems);
    }

    /** The same with other operations in both directions. */
    public Difference rewritten(Rewriter rewriter) {
        return new Difference(
                rewriter.rewrite(upgrade), rewriter.rewrite(downgrade), questions, losses, notes, problems);
    }

    /** Whether the two schemas are the same. */
    public boolean isEmpty() {
        return upgrade.isEmpty();
    }
}
