package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.ObjectId;

/** Renames what {@link CreateObject} creates. */
public record RenameObject(ObjectId id, String newName) implements Operation {

    public RenameObject {
        Names.checked(newName);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(
                id.kind().belongsToTable()
                        ? new RenameObject(new ObjectId(id.kind(), id.name(), newName), String.valueOf(id.part()))
                        : new RenameObject(
                                new ObjectId(id.kind(), id.name().withName(newName), id.part()),
                                id.name().name()));
    }

    @Override
    public String describe() {
        return "rename " + id.describe() + " to " + newName;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
