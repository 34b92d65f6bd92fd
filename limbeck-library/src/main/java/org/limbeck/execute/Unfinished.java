package org.limbeck.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Author;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The history's row of a step that takes several transactions and was begun.
 *
 * @param operations the text of all its operations
 * @param operationsDone how many of them are committed
 * @param inFlight the statement behind those that was sent and may have had any effect; empty where an older Limbeck didn't
 *     record it, null for none
 * @param foundBefore what the catalog said before it was sent
 */
record Unfinished(
        long id,
        String revision,
        String direction,
        String operations,
        int operationsDone,
        @Nullable String inFlight,
        @Nullable String foundBefore) {

    /** The row that an interrupted run left. */
    static Optional<Unfinished> find(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().selectUnfinished())) {
            return row.next()
                    ? Optional.of(new Unfinished(
                            row.getLong("id"),
                            row.getString("revision"),
                            row.getString("direction"),
                            row.getString("operations"),
                            row.getInt("operations_done"),
                            row.getString("in_flight"),
                            row.getString("found_before")))
                    : Optional.empty();
        }
    }

    static Unfinished begin(Session session, Step step, Author author) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().insertBegun(step, author))) {
            row.next();
            return new Unfinished(row.getLong(1), step.revision(), step.kind().word(), step.sql(), 0, null, null);
        }
    }

    /** Whether the step begins with what was done; behind that it may have been corrected. */
    boolean isContinuedBy(Step step) {
        if (!step.revision().equals(revision)
                || !step.kind().word().equals(direction)
                || step.operations().size() < operationsDone) {
            return false;
        }
        String done = step.sql(operationsDone);
        return done.isEmpty() || operations.equals(done) || operations.startsWith(done + "\n");
    }

    /** Refuses a plan that would leave an interrupted step behind, half done. */
    void refuseUnlessContinuedBy(Plan plan, Session session, Set<String> rows) {
        if (plan.steps().stream().noneMatch(this::isContinuedBy)) {
            throw problem(session, rows);
        }
    }

    private LimbeckException problem(Session session, Set<String> rows) {
        return Problem.of(
                        ProblemCode.UNFINISHED_REVISION,
                        "the " + direction + " of " + revision + " was interrupted after " + operationsDone
                                + " of its operations, and this run would not go on with it")
                .evidence("either what was done has changed in its file since, or another target is asked for")
                .databaseState("Nothing was changed by this run: " + session.database() + " is still " + Where.at(rows)
                        + ", with those operations in it.")
                .hint("to finish it, corrected behind what was done", "limbeck " + direction + " " + revision)
                .hint(
                        "or undo those operations by hand, and then",
                        "DELETE FROM " + session.bookkeeping().historyTable() + " WHERE finished_at IS NULL;")
                .exception();
    }
}
