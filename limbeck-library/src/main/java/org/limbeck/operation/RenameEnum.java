package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TYPE … RENAME TO}. */
public record RenameEnum(QualifiedName name, String newName) implements Operation {

    public RenameEnum {
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameEnum(name.withName(newName), name.name()));
    }

    @Override
    public String describe() {
        return "rename enum " + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
