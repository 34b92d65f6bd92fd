package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Index;

/**
 * {@code CREATE INDEX}.
 *
 * @param concurrently whether writers go on meanwhile; such a statement runs outside a transaction
 */
public record CreateIndex(Index index, boolean concurrently, Set<CreateOption> options) implements Operation {

    public CreateIndex {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(index.name())
                .filter(known -> options.isEmpty())
                .map(name -> new DropIndex(index.table().withName(name), index, concurrently, Set.of()));
    }

    @Override
    public String describe() {
        return "create index " + (index.name() == null ? "" : index.name() + " ") + "on " + index.table()
                + (concurrently ? " concurrently" : "");
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
