package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … ADD CONSTRAINT}. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(constraint.name())
                .map(name -> new DropConstraint(table, name, constraint, Set.of()));
    }

    @Override
    public String describe() {
        return "add constraint " + (constraint.name() == null ? "" : constraint.name() + " ") + "to " + table;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
