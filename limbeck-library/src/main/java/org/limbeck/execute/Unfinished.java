package org.limbeck.execute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.limbeck.plan.Author;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The history's row of a step that takes several transactions and was begun.
 *
 * @param operationsDone how many of its operations are committed
 */
record Unfinished(long id, String revision, String direction, String checksum, int operationsDone) {

    /** The row that an interrupted run left. */
    static Optional<Unfinished> find(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().selectUnfinished())) {
            return row.next()
                    ? Optional.of(new Unfinished(
                            row.getLong("id"),
                            row.getString("revision"),
                            row.getString("direction"),
                            row.getString("checksum"),
                            row.getInt("operations_done")))
                    : Optional.empty();
        }
    }

    static Unfinished begin(Session session, Step step, Author author) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(session.bookkeeping().insertBegun(step, author))) {
            row.next();
            return new Unfinished(row.getLong(1), step.revision(), step.kind().word(), step.checksum(), 0);
        }
    }

    boolean isOf(Step step) {
        return step.revision().equals(revision)
                && step.kind().word().equals(direction)
                && step.checksum().equals(checksum);
    }

    /** Refuses a plan that would leave an interrupted step behind, half done. */
    void refuseUnlessContinuedBy(Plan plan, Session session, Set<String> rows) {
        if (plan.steps().stream().noneMatch(this::isOf)) {
            throw problem(session, rows);
        }
    }

    private LimbeckException problem(Session session, Set<String> rows) {
        return Problem.of(
                        ProblemCode.UNFINISHED_REVISION,
                        "the " + direction + " of " + revision + " was interrupted after " + operationsDone
                                + " of its operations, and this run would not go on with it")
                .evidence("either its file has changed since, or another target is asked for")
                .databaseState("Nothing was changed by this run: " + session.database() + " is still " + Where.at(rows)
                        + ", with those operations in it.")
                .hint("to finish it, with its file as it was", "limbeck " + direction + " " + revision)
                .hint(
                        "or undo those operations by hand, and then",
                        "DELETE FROM " + session.bookkeeping().historyTable() + " WHERE finished_at IS NULL;")
                .exception();
    }
}
