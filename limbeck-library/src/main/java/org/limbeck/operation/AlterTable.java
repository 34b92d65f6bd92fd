package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE} of what is neither a column nor a constraint. */
public record AlterTable(QualifiedName table, TableChange change) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return change.reverse().map(reversed -> new AlterTable(table, reversed));
    }

    @Override
    public String describe() {
        return "alter table " + table + ": " + change.describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
