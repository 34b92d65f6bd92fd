package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.ObjectId;

/**
 * Drops what {@link CreateObject} creates.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropObject(ObjectId id, @Nullable CommonObject definition, Set<DropOption> options) implements Operation {

    public DropObject {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(object -> new CreateObject(object, Set.of()));
    }

    @Override
    public String describe() {
        return "drop " + id.describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
