package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.CommonObject;

/** Creates a view, a routine, a trigger or another {@link CommonObject}. */
public record CreateObject(CommonObject object, Set<CreateOption> options) implements Operation {

    public CreateObject {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty() ? Optional.of(new DropObject(object.id(), object, Set.of())) : Optional.empty();
    }

    @Override
    public String describe() {
        return "create " + object.id().describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
