package org.limbeck.diff;

import java.util.List;
import java.util.Set;
import org.limbeck.operation.Operation;
import org.limbeck.schema.ObjectId;

/**
 * Operations that follow each other, and what they mean for others.
 *
 * @param removes the elements that others can't stand on any more
 * @param leaves the elements that no longer stand on what they stood on
 * @param adds the elements that others can stand on from now on
 * @param takes the elements that from now on stand on something
 * @param follows the elements that must have been added before, beside what those taken need
 */
record Step(
        Phase phase,
        List<Operation> operations,
        Set<ObjectId> removes,
        Set<ObjectId> leaves,
        Set<ObjectId> adds,
        Set<ObjectId> takes,
        Set<ObjectId> follows) {

    static Step creating(Phase phase, Set<ObjectId> ids, Operation operation) {
        return creating(phase, ids, List.of(operation));
    }

    static Step creating(Phase phase, Set<ObjectId> ids, List<Operation> operations) {
        return new Step(phase, operations, Set.of(), Set.of(), ids, ids, Set.of());
    }

    static Step dropping(Phase phase, Set<ObjectId> ids, Operation operation) {
        return new Step(phase, List.of(operation), ids, ids, Set.of(), Set.of(), Set.of());
    }

    /** A change that those who stand on the element don't notice, except that they find something new there. */
    static Step changing(Phase phase, ObjectId id, List<Operation> operations) {
        return new Step(phase, operations, Set.of(), Set.of(id), Set.of(id), Set.of(id), Set.of());
    }

    static Step plain(Phase phase, Operation operation) {
        return new Step(phase, List.of(operation), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    Step after(Set<ObjectId> ids) {
        return new Step(phase, operations, removes, leaves, adds, takes, ids);
    }
}
