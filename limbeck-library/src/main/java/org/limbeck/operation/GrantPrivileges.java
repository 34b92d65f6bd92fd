package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Grant;

/** {@code GRANT … ON … TO}. */
public record GrantPrivileges(Grant grant) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new RevokePrivileges(grant));
    }

    @Override
    public String describe() {
        return "grant " + String.join(", ", grant.privileges()) + " on "
                + grant.on().describe() + " to " + grant.role();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
