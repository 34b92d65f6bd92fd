package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Names;

/** {@code DROP SCHEMA}. */
public record DropSchema(String name, Set<DropOption> options) implements Operation {

    public DropSchema {
        Names.checked(name);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty() ? Optional.of(new CreateSchema(name, Set.of())) : Optional.empty();
    }

    @Override
    public String describe() {
        return "drop schema " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
