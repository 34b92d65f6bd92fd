package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code COMMENT ON}.
 *
 * @param to the new comment; null for none
 * @param from the comment before, to which it goes back; null for none
 */
public record CommentOn(
        CommentTarget target, @Nullable String to, @Nullable String from) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new CommentOn(target, from, to));
    }

    @Override
    public String describe() {
        return "comment on " + target.describe();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
