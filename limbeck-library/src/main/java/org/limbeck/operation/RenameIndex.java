package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER INDEX … RENAME TO}. */
public record RenameIndex(QualifiedName name, String newName) implements Operation {

    public RenameIndex {
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameIndex(name.withName(newName), name.name()));
    }

    @Override
    public String describe() {
        return "rename index " + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
