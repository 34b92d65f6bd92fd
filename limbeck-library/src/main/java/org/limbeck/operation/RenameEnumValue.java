package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Names;
import org.limbeck.schema.QualifiedName;

/** {@code ALTER TYPE … RENAME VALUE}. */
public record RenameEnumValue(QualifiedName type, String value, String newValue) implements Operation {

    public RenameEnumValue {
        Names.checked(value);
        Names.checked(newValue);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RenameEnumValue(type, newValue, value));
    }

    @Override
    public String describe() {
        return "rename value \"" + value + "\" of enum " + type + " to \"" + newValue + "\"";
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
