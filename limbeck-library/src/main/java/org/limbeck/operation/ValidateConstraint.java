package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/**
 * {@code ALTER TABLE … VALIDATE CONSTRAINT}: checks the rows that were there before a constraint was added as not valid.
 * Not reversible: a constraint that is valid stays so.
 */
public record ValidateConstraint(QualifiedName table, String name) implements Operation {

    public ValidateConstraint {
        Names.checked(name);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "validate constraint " + name + " of " + table;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
