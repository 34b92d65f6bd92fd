package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TABLE … ALTER COLUMN}: one change of one column. */
public record AlterColumn(QualifiedName table, String column, ColumnChange change) implements Operation {

    public AlterColumn {
        Names.checked(column);
    }

    @Override
    public Optional<Operation> reverse() {
        return change.reverse().map(before -> new AlterColumn(table, column, before));
    }

    @Override
    public String describe() {
        return "alter column " + table + "." + column + ": " + change.describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
