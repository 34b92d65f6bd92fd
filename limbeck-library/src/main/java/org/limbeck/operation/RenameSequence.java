package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER SEQUENCE … RENAME TO}. */
public record RenameSequence(QualifiedName name, String newName) implements Operation {

    public RenameSequence {
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameSequence(name.withName(newName), name.name()));
    }

    @Override
    public String describe() {
        return "rename sequence " + name + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
