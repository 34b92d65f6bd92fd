package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Names;

/**
 * {@code DROP EXTENSION}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropExtension(String name, @Nullable Extension definition, Set<DropOption> options) implements Operation {

    public DropExtension {
        Names.checked(name);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(extension -> new CreateExtension(extension, Set.of()));
    }

    @Override
    public String describe() {
        return "drop extension " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
