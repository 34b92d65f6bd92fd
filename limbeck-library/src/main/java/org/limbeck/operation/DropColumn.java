package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/**
 * {@code ALTER TABLE … DROP COLUMN}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropColumn(
        QualifiedName table, String name, @Nullable Column definition, Set<DropOption> options) implements Operation {

    public DropColumn {
        Names.checked(name);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(column -> new AddColumn(table, column, Set.of()));
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
