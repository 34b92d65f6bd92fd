package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.QualifiedName;

/**
 * {@code ALTER SEQUENCE … OWNED BY}: says with which column the sequence is dropped.
 *
 * @param to null for none
 * @param from the column before; null for none
 */
public record OwnSequence(
        QualifiedName sequence,
        @Nullable ColumnReference to,
        @Nullable ColumnReference from) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new OwnSequence(sequence, from, to));
    }

    @Override
    public String describe() {
        return to == null
                ? "free sequence " + sequence
                : "sequence " + sequence + " belongs to " + to.table() + "." + to.column();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
