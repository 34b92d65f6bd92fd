package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/**
 * {@code ALTER TYPE … ADD VALUE}. Not reversible: PostgreSQL can't drop a value. A value can't be used in the transaction
 * that adds it.
 *
 * @param neighbour the value beside which it goes; null for the end
 * @param before whether it goes before its neighbour
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
public record AddEnumValue(
        QualifiedName type, String value, @Nullable String neighbour, boolean before, Set<CreateOption> options)
        implements Operation {

    public AddEnumValue {
        Names.checked(value);
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "add value \"" + value + "\" to enum " + type;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
