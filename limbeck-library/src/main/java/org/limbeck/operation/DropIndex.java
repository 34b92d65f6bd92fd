package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;

/**
 * {@code DROP INDEX}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 * @param concurrently whether writers go on meanwhile; such a statement runs outside a transaction
 */
public record DropIndex(QualifiedName name, @Nullable Index definition, boolean concurrently, Set<DropOption> options)
        implements Operation {

    public DropIndex {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(index -> new CreateIndex(index, concurrently, Set.of()));
    }

    @Override
    public String describe() {
        return "drop index " + name + (concurrently ? " concurrently" : "");
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
