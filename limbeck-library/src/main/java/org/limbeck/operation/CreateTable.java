package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Table;

/** {@code CREATE TABLE}, with its comments. */
public record CreateTable(Table table, Set<CreateOption> options) implements Operation {

    public CreateTable {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty() ? Optional.of(new DropTable(table.name(), table, Set.of())) : Optional.empty();
    }

    @Override
    public String describe() {
        return "create table " + table.name();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
