package org.limbeck.execute;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.StatementSender.MissedRowException;
import org.limbeck.operation.RunCode;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.sql.Statement;

/**
 * Makes the problem of a step that failed, with the state in which it left the database.
 *
 * @param committed the rows of the version table
 * @param rolledBack whether a transaction was open and is undone now
 */
record StepFailure(Session session, Step step, Set<String> committed, boolean rolledBack) {

    /** @param operation which operation the statement belongs to, counted from 0 */
    LimbeckException statement(int operation, Statement statement, SQLException failure) {
        PlannedOperation cause = step.operations().get(operation);
        int before = statements(step.operations().subList(0, operation));
        int number = before + Math.max(0, cause.statements().indexOf(statement)) + 1;
        int total = statements(step.operations());
        if (Thread.currentThread().isInterrupted()) {
            return interrupted("at statement " + number + " of " + total)
                    .at(cause.recorded().place())
                    .evidence(StatementProblem.said(failure))
                    .exception(failure);
        }
        ProblemCode code = ConnectionProblem.code(String.valueOf(failure.getSQLState()));
        Problem problem = Problem.of(
                        code == ProblemCode.DATABASE_ERROR ? ProblemCode.STATEMENT_FAILED : code,
                        "statement " + number + " of " + total + " of " + title() + " failed")
                .at(cause.recorded().place())
                .evidence(StatementProblem.evidence(statement.text(), failure))
                .databaseState(state());
        boolean first = committed.isEmpty() && step.kind() == StepKind.UPGRADE;
        return ServerHints.add(problem, statement, first ? step.revision() : null, failure)
                .exception(failure);
    }

    /** Somebody wants the run to end before it sends the next operations. */
    LimbeckException interruptedBefore(int operation) {
        return interrupted("before statement "
                        + (statements(step.operations().subList(0, operation)) + 1) + " of "
                        + statements(step.operations()))
                .exception();
    }

    private Problem interrupted(String where) {
        return Problem.of(ProblemCode.INTERRUPTED, title() + " was interrupted " + where)
                .databaseState(state())
                .hint("to go on", "limbeck " + step.kind().word());
    }

    /** A statement succeeded by doing nothing: what it would have built was there, and is unusable. */
    LimbeckException unsound(PlannedOperation cause, String index) {
        return Problem.of(
                        ProblemCode.INVALID_INDEX,
                        "the index " + index + " that " + title() + " wants was there before, and is invalid")
                .at(cause.recorded().place())
                .evidence(cause.statements().get(0).text())
                .databaseState(state())
                .hint("if nobody is building it just now, drop it", "DROP INDEX CONCURRENTLY " + index + ";")
                .exception();
    }

    /** Somebody's old snapshot keeps concurrent work from beginning. */
    Problem heldUp(PlannedOperation cause) {
        return Problem.of(ProblemCode.LOCK_NOT_HAD, title() + " is held up")
                .at(cause.recorded().place())
                .evidence(cause.statements().get(0).text())
                .databaseState(state());
    }

    LimbeckException bookkeeping(SQLException failure) {
        return ConnectionProblem.using(session.database(), "record " + title(), state(), failure);
    }

    LimbeckException versionTableChanged(MissedRowException missed) {
        return Problem.of(
                        ProblemCode.VERSION_TABLE_CHANGED,
                        "the version table " + session.bookkeeping().versionTable() + " changed while " + title()
                                + " was run")
                .evidence("this should have hit one row: " + missed.getMessage())
                .databaseState(state())
                .hint("to see where the database stands", "limbeck current")
                .exception(missed);
    }

    LimbeckException code(PlannedOperation cause, RunCode code, Throwable failure) {
        List<String> evidence =
                failure instanceof SQLException sql ? StatementProblem.said(sql) : List.of(failure.toString());
        return Problem.of(
                        ProblemCode.MIGRATION_FAILED,
                        "the step \"" + code.description() + "\" of " + title() + " failed")
                .at(cause.recorded().place())
                .evidence(evidence)
                .databaseState(state())
                .exception(failure);
    }

    LimbeckException transactionEnded(PlannedOperation cause, RunCode code) {
        return Problem.of(
                        ProblemCode.MIGRATION_FAILED,
                        "the step \"" + code.description() + "\" of " + title()
                                + " ended the transaction that it ran in")
                .at(cause.recorded().place())
                .databaseState("If it committed, all that the revision did up to there stays. " + session.database()
                        + " is recorded " + Where.at(committed) + ".")
                .hint("a step must leave the transaction and the connection to Limbeck")
                .exception();
    }

    LimbeckException commit(SQLException failure) {
        if (ConnectionProblem.code(String.valueOf(failure.getSQLState())) == ProblemCode.CONNECTION_LOST) {
            return Problem.of(
                            ProblemCode.COMMIT_UNKNOWN,
                            "the connection broke while " + title() + " was being committed")
                    .evidence(StatementProblem.said(failure))
                    .databaseState("The server has committed all of it or nothing.")
                    .hint("to see which", "limbeck current")
                    .exception(failure);
        }
        return Problem.of(ProblemCode.STATEMENT_FAILED, "the commit of " + title() + " failed")
                .evidence(StatementProblem.said(failure))
                .databaseState(state())
                .exception(failure);
    }

    private static int statements(List<PlannedOperation> operations) {
        return operations.stream()
                .mapToInt(operation -> operation.statements().size())
                .sum();
    }

    /** The revision, for people. */
    String title() {
        return (step.revision() + " " + step.message()).strip();
    }

    /** The state that the database is left in. */
    String state() {
        String stands = session.database() + " is still " + Where.at(committed) + ".";
        if (step.transactional()) {
            return "The transaction was rolled back: " + stands;
        }
        return (rolledBack ? "The open transaction was rolled back. " : "")
                + (isBegun()
                        ? "What the revision committed before stays and is recorded; the next run goes on behind it. "
                        : "None of the revision's operations is done. ")
                + stands;
    }

    /** Whether something of the revision is committed, or may be. */
    private boolean isBegun() {
        try {
            return Unfinished.find(session).map(StepFailure::isBegun).orElse(true);
        } catch (SQLException nobodyKnows) {
            return true;
        }
    }

    private static boolean isBegun(Unfinished unfinished) {
        Long rows = unfinished.interruption().rowsDone();
        return unfinished.operationsDone() > 0 || (rows != null && rows > 0);
    }
}
