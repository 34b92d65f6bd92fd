package org.limbeck.plan;

import java.util.List;

/** A step of a plan with what each operation does. */
public record AssessedStep(Step step, List<AssessedOperation> operations) {

    public AssessedStep {
        operations = List.copyOf(operations);
    }
}
