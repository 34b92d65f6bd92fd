package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;

/** {@code ALTER SCHEMA … RENAME TO}. */
public record RenameSchema(String name, String newName) implements Operation {

    public RenameSchema {
        Names.checked(name);
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameSchema(newName, name));
    }

    @Override
    public String describe() {
        return "rename schema " + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
