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

    /** Whether none of the statements does long work on a large table while nobody can write, or fails, as far as can be told. */
    boolean holdsUpNobody(Facts facts) {
        Classifier classifier = new Classifier(facts);
        for (Statement statement : statements()) {
            if (!statement.transactional()) {
                classifier.commit();
            }
            StatementEffect effect = classifier.next(statement.text());
            boolean slow = effect.kind() == StatementClass.BLOCKING_WORK
                    && OnlineRecipes.isLarge(effect.blockingBytes(), effect.blockingRows());
            if (slow || effect.kind() == StatementClass.UNKNOWN || effect.error() != null) {
                return false;
            }
            if (!statement.transactional()) {
                classifier.commit();
            }
        }
        return true;
    }

    /** What all parts say. */
    public List<Statement> statements() {
        return parts.stream().map(Part::statement).toList();
    }
}
