package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SequenceOptions;

/**
 * {@code ALTER SEQUENCE} of how it counts.
 *
 * @param from what the changed options were before; null where that isn't known
 */
public record AlterSequence(
        QualifiedName name, SequenceOptions to, @Nullable SequenceOptions from) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(from).map(before -> new AlterSequence(name, before, to));
    }

    @Override
    public String describe() {
        return "alter sequence " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
