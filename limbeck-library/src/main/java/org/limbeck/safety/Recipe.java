package org.limbeck.safety;

import java.util.List;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Operation;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.sql.SqlWriter;
import org.limbeck.sql.Statement;

/**
 * What is done instead of a statement that would hold up writers for long.
 *
 * @param parts in their order
 * @param reason why, one sentence without a full stop
 */
public record Recipe(List<Part> parts, String reason) {

    /**
     * One statement, or a change in batches.
     *
     * @param statement what it says; one that isn't transactional has to be committed by itself
     */
    public record Part(Operation operation, Statement statement) {

        static Part of(Statement statement) {
            return new Part(new ExecuteSql(statement.text(), null), statement);
        }

        static Part of(UpdateInBatches batches) {
            return new Part(batches, new SqlWriter().visit(batches).get(0));
        }
    }

    public Recipe {
        parts = List.copyOf(parts);
    }

    static Recipe of(List<Statement> statements, String reason) {
        return new Recipe(statements.stream().map(Part::of).toList(), reason);
    }

    /** What all parts say. */
    public List<Statement> statements() {
        return parts.stream().map(Part::statement).toList();
    }
}
