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
 * @param withoutKey whether a table without a primary key is gone through as its rows lie; those that somebody else moves meanwhile
 *     may be passed over
 */
public record UpdateInBatches(QualifiedName table, String set, String where, boolean withoutKey) implements Operation {

    public UpdateInBatches {
        if (set.isBlank() || where.isBlank()) {
            throw Problem.of(
                            ProblemCode.INVALID_OPERATION,
                            "a change of " + table + " in batches needs to say what is changed, and which rows need it")
                    .hint("for example", "op.inBatches(\"orders\", \"state = 'new'\", \"state IS NULL\");")
                    .exception();
        }
    }

    /** A change of a table that has a primary key. */
    public UpdateInBatches(QualifiedName table, String set, String where) {
        this(table, set, where, false);
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
