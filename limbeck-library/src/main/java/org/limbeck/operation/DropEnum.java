package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;

/**
 * {@code DROP TYPE} of an enum.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropEnum(QualifiedName name, @Nullable EnumType definition, Set<DropOption> options)
        implements Operation {

    public DropEnum {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(CreateEnum::new);
    }

    @Override
    public String describe() {
        return "drop enum " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
