package org.limbeck.plan;

import java.util.List;
import org.limbeck.safety.StatementEffect;

/**
 * An operation of a plan with what it does to the database.
 *
 * @param operation what will be sent
 * @param effects of its statements, in their order; one that can't be told for a step in Java
 */
public record AssessedOperation(PlannedOperation operation, List<StatementEffect> effects) {

    public AssessedOperation {
        effects = List.copyOf(effects);
    }
}
