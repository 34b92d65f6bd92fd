package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … RENAME COLUMN}. */
public record RenameColumn(QualifiedName table, String name, String newName) implements Operation {

    public RenameColumn {
        Names.checked(name);
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameColumn(table, newName, name));
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
