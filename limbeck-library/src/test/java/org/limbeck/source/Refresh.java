package org.limbeck.source;

import java.util.List;
import java.util.Optional;
import org.limbeck.operation.CustomOperation;
import org.limbeck.operation.Operation;

/** An operation of a user's own, which nothing undoes. */
public record Refresh(String view) implements CustomOperation {

    @Override
    public List<String> statements() {
        return List.of("REFRESH MATERIALIZED VIEW " + view);
    }

    @Override
    public String source() {
        return "new org.limbeck.source.Refresh(" + JavaLiterals.text(view) + ")";
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "refresh " + view;
    }
}
