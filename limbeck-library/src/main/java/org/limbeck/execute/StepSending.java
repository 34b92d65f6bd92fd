package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.StatementSender.Answer;
import org.limbeck.execute.StatementSender.FailedStatementException;
import org.limbeck.execute.StatementSender.MissedRowException;
import org.limbeck.execute.StatementSender.Sent;
import org.limbeck.migration.ConnectionCode;
import org.limbeck.operation.RunCode;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.sql.Statement;

/**
 * Sends a step's operations with our own statements around them. What fails is rolled back and told as the step's problem.
 *
 * @param committed the rows of the version table that a failure falls back to
 */
record StepSending(Session session, Step step, Set<String> committed) {

    /**
     * Fail outside a transaction, and do nothing in one. The driver sends BEGIN ahead and doesn't wait for its answer: if
     * somebody cancelled just that, what follows would be committed as if it were whole.
     */
    private static final List<String> IN_TRANSACTION = List.of("SAVEPOINT limbeck_begun", "RELEASE limbeck_begun");

    /** Stands for no operation: the statement is ours. */
    private static final int OURS = -1;

    /**
     * Sends statements of ours, the operations from {@code start} to before {@code end}, and again statements of ours.
     *
     * @param last must hit a row each
     * @throws org.limbeck.problem.LimbeckException also where the thread is interrupted; nothing is sent then
     */
    void send(List<String> first, int start, int end, List<String> last) throws SQLException {
        if (start < end && Thread.currentThread().isInterrupted()) {
            throw failure().interruptedBefore(start);
        }
        List<Sent> pending = new ArrayList<>();
        List<Integer> causes = new ArrayList<>();
        List<String> ahead = new ArrayList<>(connection().getAutoCommit() ? List.of() : IN_TRANSACTION);
        ahead.addAll(first);
        for (String statement : ahead) {
            pending.add(new Sent(new Statement(statement, true), Answer.DONE));
            causes.add(OURS);
        }
        for (int i = start; i < end; i++) {
            PlannedOperation operation = step.operations().get(i);
            if (operation.recorded().operation() instanceof RunCode code) {
                sendAll(pending, causes);
                run(operation, code);
            }
            for (Statement statement : operation.statements()) {
                pending.add(new Sent(statement, Answer.ANY));
                causes.add(i);
            }
        }
        for (String statement : last) {
            pending.add(new Sent(new Statement(statement, true), Answer.ONE_ROW));
            causes.add(OURS);
        }
        sendAll(pending, causes);
    }

    private void sendAll(List<Sent> pending, List<Integer> causes) throws SQLException {
        try {
            new StatementSender(connection()).send(pending);
        } catch (FailedStatementException failed) {
            StepFailure failure = failure();
            int cause = causes.get(failed.index());
            throw cause == OURS
                    ? failure.bookkeeping(failed.failure())
                    : failure.statement(cause, pending.get(failed.index()).statement(), failed.failure());
        } catch (MissedRowException missed) {
            throw failure().versionTableChanged(missed);
        }
        pending.clear();
        causes.clear();
    }

    private void run(PlannedOperation operation, RunCode code) throws SQLException {
        String before = transaction();
        String after;
        try {
            ((ConnectionCode) code.code()).run(BorrowedConnection.of(connection()));
            // Fails where the code swallowed an error of the server.
            after = transaction();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            throw failure().code(operation, code, failure);
        }
        if (!after.equals(before)) {
            throw failure().transactionEnded(operation, code);
        }
    }

    /** What tells the open transaction from every other. */
    private String transaction() throws SQLException {
        try (java.sql.Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()")) {
            row.next();
            return row.getString(1);
        }
    }

    void commit() throws SQLException {
        try {
            connection().commit();
        } catch (SQLException exception) {
            throw failure().commit(exception);
        }
        connection().setAutoCommit(true);
    }

    /** Rolls back what is open, and begins to say what happened. */
    StepFailure failure() {
        return new StepFailure(session, step, committed, rollBack());
    }

    private boolean rollBack() {
        try {
            if (!connection().getAutoCommit()) {
                connection().rollback();
                connection().setAutoCommit(true);
                return true;
            }
            return false;
        } catch (SQLException exception) {
            // The connection is gone, and the server rolls back by itself.
            return true;
        }
    }

    private Connection connection() {
        return session.connection();
    }
}
