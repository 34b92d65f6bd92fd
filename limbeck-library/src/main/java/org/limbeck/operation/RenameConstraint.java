package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … RENAME CONSTRAINT}. */
public record RenameConstraint(QualifiedName table, String name, String newName) implements Operation {

    public RenameConstraint {
        Names.checked(name);
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameConstraint(table, newName, name));
    }

    @Override
    public String describe() {
        return "rename constraint " + name + " of " + table + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
