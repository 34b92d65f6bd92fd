package org.limbeck.plan;

import java.util.List;
import org.limbeck.migration.RecordedOperation;
import org.limbeck.sql.Statement;

/**
 * An operation with what will be sent for it.
 *
 * @param statements none for a step in Java, which has no text
 */
public record PlannedOperation(RecordedOperation recorded, List<Statement> statements) {

    public PlannedOperation {
        statements = List.copyOf(statements);
    }

    public boolean transactional() {
        return statements.stream().allMatch(Statement::transactional);
    }
}
