package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Extension;

/** {@code CREATE EXTENSION}. */
public record CreateExtension(Extension extension, Set<CreateOption> options) implements Operation {

    public CreateExtension {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty()
                ? Optional.of(new DropExtension(extension.name(), extension, Set.of()))
                : Optional.empty();
    }

    @Override
    public String describe() {
        return "create extension " + extension.name();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
