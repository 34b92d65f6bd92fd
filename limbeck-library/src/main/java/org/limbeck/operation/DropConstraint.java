package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/**
 * {@code ALTER TABLE … DROP CONSTRAINT}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropConstraint(
        QualifiedName table, String name, @Nullable Constraint definition, Set<DropOption> options)
        implements Operation {

    public DropConstraint {
        Names.checked(name);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(constraint -> new AddConstraint(table, constraint));
    }

    @Override
    public String describe() {
        return "drop constraint " + name + " of " + table;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
