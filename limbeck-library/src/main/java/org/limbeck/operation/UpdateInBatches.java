package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;

/**
 * A change of many rows in short transactions, in the order of the primary key, up to the row that is the last one at the
 * beginning.
 *
 * @param set what is changed, as behind {@code SET}
 * @param where which rows, as behind {@code WHERE}; those that are right already must not be among them
 */
public record UpdateInBatches(QualifiedName table, String set, String where) implements Operation {

    public UpdateInBatches {
        if (set.isBlank() || where.isBlank()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            "a change of " + table + " in batches needs to say what is changed, and which rows need it")
                    .hint("for example", "op.inBatches(\"orders\", \"state = 'new'\", \"state IS NULL\");")
                    .exception();
        }
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "update " + table + " in batches";
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
