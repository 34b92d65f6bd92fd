package org.limbeck.safety;

import java.util.List;
import org.limbeck.sql.Statement;

/**
 * What is sent instead of a statement that would hold up writers for long.
 *
 * @param statements in their order; one that isn't transactional has to be committed by itself
 * @param reason why, one sentence without a full stop
 */
public record Recipe(List<Statement> statements, String reason) {

    public Recipe {
        statements = List.copyOf(statements);
    }
}
