package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … RENAME TO}. */
public record RenameTable(QualifiedName name, String newName) implements Operation {

    public RenameTable {
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameTable(name.withName(newName), name.name()));
    }

    @Override
    public String describe() {
        return "rename table " + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
