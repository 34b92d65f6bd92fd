package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;

/**
 * {@code DROP TABLE}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropTable(QualifiedName name, @Nullable Table definition, Set<DropOption> options) implements Operation {

    public DropTable {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(table -> new CreateTable(table, Set.of()));
    }

    @Override
    public String describe() {
        return "drop table " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
