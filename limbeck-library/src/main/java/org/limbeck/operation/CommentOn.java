package org.limbeck.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;

/**
 * {@code COMMENT ON}.
 *
 * @param to the new comment; empty for none, as in PostgreSQL
 * @param from the comment before; empty for none, null where that isn't known
 */
public record CommentOn(
        ObjectId target, String to, @Nullable String from) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.ofNullable(from).map(before -> new CommentOn(target, before, to));
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
