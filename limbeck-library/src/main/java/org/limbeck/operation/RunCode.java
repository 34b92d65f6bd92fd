package org.limbeck.operation;

import java.util.Optional;

/**
 * A step in Java that looks at data. It can be shown only by its description.
 *
 * @param description what it does, in a few words
 */
public record RunCode(String description, Code code) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "run " + description;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
