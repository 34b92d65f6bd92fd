package org.limbeck.verify;

import java.util.List;
import java.util.Set;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Problem;

/**
 * How a database differs from what its applied revisions make.
 *
 * @param database what to call it, for people
 * @param rows the rows of its version table
 * @param changes what was changed by hand
 * @param undo the operations that undo it
 * @param keep the operations that a new revision would need to make it so everywhere
 * @param problems why the operations can't be said or would fail
 * @param invalidIndexes indexes whose build failed, which only cost time
 * @param notValidated constraints that the revisions leave unchecked for rows that were there before
 */
public record Drift(
        String database,
        Set<String> rows,
        List<DatedChange> changes,
        List<Operation> undo,
        List<Operation> keep,
        List<Problem> problems,
        List<String> invalidIndexes,
        List<String> notValidated) {

    /**
     * A change with the time in which it was made.
     *
     * @param since as far as it can be known
     */
    public record DatedChange(ObjectChange change, ChangeTime since) {}

    public Drift {
        rows = Set.copyOf(rows);
        changes = List.copyOf(changes);
        undo = List.copyOf(undo);
        keep = List.copyOf(keep);
        problems = List.copyOf(problems);
        invalidIndexes = List.copyOf(invalidIndexes);
        notValidated = List.copyOf(notValidated);
    }

    /** Whether nobody changed anything by hand, and no index is invalid. */
    public boolean isClean() {
        return changes.isEmpty() && invalidIndexes.isEmpty();
    }
}
