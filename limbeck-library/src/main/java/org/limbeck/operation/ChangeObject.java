package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.CommonObject;

/**
 * Makes an object another one in place, so that what depends on it and what was granted stays: {@code CREATE OR REPLACE}
 * for a view, a routine, a trigger and a rule, {@code ALTER} for the others.
 *
 * @param from what it was; the same kind and name as {@code to}
 */
public record ChangeObject(CommonObject from, CommonObject to) implements Operation {

    public ChangeObject {
        if (!from.id().equals(to.id())) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            from.id().describe() + " cannot be changed into "
                                    + to.id().describe())
                    .hint("change only what has the same kind and name; to rename: op.rename(…)")
                    .exception();
        }
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new ChangeObject(to, from));
    }

    @Override
    public String describe() {
        return "change " + to.id().describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
