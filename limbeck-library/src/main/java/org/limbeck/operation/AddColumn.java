package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Column;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … ADD COLUMN}, with its comment. */
public record AddColumn(QualifiedName table, Column column, Set<CreateOption> options) implements Operation {

    public AddColumn {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return options.isEmpty()
                ? Optional.of(new DropColumn(table, column.name(), column, Set.of()))
                : Optional.empty();
    }

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
