package org.limbeck.migration;

import org.jspecify.annotations.Nullable;
import org.limbeck.operation.Operation;
import org.limbeck.problem.Place;

/**
 * An operation and where it was said.
 *
 * @param place the line of the migration; null where it can't be told
 * @param remarks what the migration says about it besides
 */
public record RecordedOperation(
        Operation operation, @Nullable Place place, Remarks remarks) {

    /** Another operation in its place. */
    public RecordedOperation with(Operation other) {
        return new RecordedOperation(other, place, remarks);
    }

    /** The same with what is said about it elsewhere too. */
    public RecordedOperation remarked(Remarks more) {
        return new RecordedOperation(operation, place, remarks.and(more));
    }
}
