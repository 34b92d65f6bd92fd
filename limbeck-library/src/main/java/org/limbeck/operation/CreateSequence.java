package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Sequence;

/** {@code CREATE SEQUENCE}. */
public record CreateSequence(Sequence sequence, Set<CreateOption> options) implements Operation {

    public CreateSequence {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty()
                ? Optional.of(new DropSequence(sequence.name(), sequence, Set.of()))
                : Optional.empty();
    }

    @Override
    public String describe() {
        return "create sequence " + sequence.name();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
