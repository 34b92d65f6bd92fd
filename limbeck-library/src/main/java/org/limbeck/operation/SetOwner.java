package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Names;
import org.limbeck.schema.ObjectId;

/**
 * {@code ALTER … OWNER TO}.
 *
 * @param to a role
 * @param from the owner before; null where that isn't known
 */
public record SetOwner(ObjectId on, String to, @Nullable String from) implements Operation {

    public SetOwner {
        Names.checked(to);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(from).map(before -> new SetOwner(on, before, to));
    }

    @Override
    public String describe() {
        return "set owner of " + on.describe() + " to " + to;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
