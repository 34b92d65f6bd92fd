package org.limbeck.operation;

import java.util.Optional;
import org.limbeck.schema.Grant;

/** {@code REVOKE … ON … FROM}, of what was granted just so. */
public record RevokePrivileges(Grant grant) implements Operation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new GrantPrivileges(grant));
    }

    @Override
    public String describe() {
        return "revoke " + String.join(", ", grant.privileges()) + " on "
                + grant.on().describe() + " from " + grant.role();
    }

    @Override
    public <R> R accept(OperationVisitor<R> reader) {
        return reader.visit(this);
    }
}
