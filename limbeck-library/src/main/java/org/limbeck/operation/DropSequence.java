package org.limbeck.operation;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Sequence;

/**
 * {@code DROP SEQUENCE}.
 *
 * @param definition what is dropped, so that it can be undone; null where only the name is known
 */
public record DropSequence(QualifiedName name, @Nullable Sequence definition, Set<DropOption> options)
        implements Operation {

    public DropSequence {
        options = Set.copyOf(options);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(definition)
                .filter(known -> options.isEmpty())
                .map(sequence -> new CreateSequence(sequence, Set.of()));
    }

    @Override
    public String describe() {
        return "drop sequence " + name;
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
