package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.EnumType;

/** {@code CREATE TYPE … AS ENUM}. */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new DropEnum(type.name(), type, Set.of()));
    }

    @Override
    public String describe() {
        return "create enum " + type.name();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
