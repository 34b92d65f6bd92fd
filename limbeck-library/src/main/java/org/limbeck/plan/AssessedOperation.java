package org.limbeck.plan;

import java.util.List;
import org.limbeck.safety.StatementEffect;

/**
 * An operation of a plan with what it does to the database.
 *
 * @param operation what will be sent
 * @param done whether a run that was interrupted has done it, so that it isn't sent again
 * @param effects of its statements, in their order; one that can't be told for a step in Java
 */
public record AssessedOperation(PlannedOperation operation, boolean done, List<StatementEffect> effects) {

    public AssessedOperation {
        effects = List.copyOf(effects);
    }
}
