package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Names;

/** {@code CREATE SCHEMA}. */
public record CreateSchema(String name, Set<CreateOption> options) implements Operation {

    public CreateSchema {
        Names.checked(name);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty() ? Optional.of(new DropSchema(name, Set.of())) : Optional.empty();
    }

    @Override
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
