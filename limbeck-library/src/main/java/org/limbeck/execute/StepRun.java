package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.StatementSender.FailedStatementException;
import org.limbeck.execute.StatementSender.MissedRowException;
import org.limbeck.execute.StatementSender.Sent;
import org.limbeck.migration.ConnectionCode;
import org.limbeck.operation.RunCode;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.sql.ConcurrentIndex;
import org.limbeck.sql.Statement;

/**
 * Runs one step. The change of the version table is committed together with the last of its operations, never before.
 *
 * @param committed the rows of the version table that a failure falls back to
 */
record StepRun(Session session, Author author, Step step, Set<String> committed) {

    /** Runs the step in the open transaction, or in a new one, which is committed where that is wanted. */
    void inOneTransaction(boolean commit) throws SQLException {
        Connection connection = connection();
        connection.setAutoCommit(false);
        send(0, step.operations().size(), finish(bookkeeping().insertFinished(step, author)));
        if (commit) {
            commit();
        }
        resetWhereTheStepChangedSettings();
    }

    /**
     * Runs a step of which some statements refuse a transaction. What came before such a statement is committed; the
     * history says how far it came, so that the next run goes on from there.
     */
    void inSeveralTransactions() throws SQLException {
        connection().setAutoCommit(true);
        Unfinished unfinished =
                Unfinished.find(session).filter(row -> row.isContinuedBy(step)).orElse(null);
        boolean inDoubt = unfinished != null && unfinished.inDoubt();
        if (unfinished == null) {
            unfinished = Unfinished.begin(session, step, author);
        } else {
            execute(bookkeeping().updateResumed(unfinished.id(), step));
            repeatSettings(unfinished.operationsDone());
        }
        int done = unfinished.operationsDone();
        try {
            while (done < step.operations().size()) {
                done = inNextTransaction(unfinished.id(), done, inDoubt && done == unfinished.operationsDone());
            }
            if (done == 0 || !step.operations().get(done - 1).transactional()) {
                connection().setAutoCommit(false);
                send(done, done, finish(bookkeeping().updateFinished(unfinished.id(), done)));
                commit();
            }
        } catch (LimbeckException failure) {
            recordFailure(unfinished.id(), done, failure);
            throw failure;
        }
        resetWhereTheStepChangedSettings();
    }

    /** Runs the operations up to the next commit and says how many are done then. */
    private int inNextTransaction(long id, int done, boolean inDoubt) throws SQLException {
        int end = endOfTransaction(done);
        boolean last = end == step.operations().size();
        if (step.operations().get(done).transactional()) {
            connection().setAutoCommit(false);
            send(
                    done,
                    end,
                    last
                            ? finish(bookkeeping().updateFinished(id, end))
                            : List.of(bookkeeping().updateProgress(id, end)));
            commit();
            return end;
        }
        connection().setAutoCommit(true);
        if (!isDoneAfterAll(step.operations().get(done), inDoubt)) {
            send(done, end, List.of());
        }
        if (!last) {
            send(end, end, List.of(bookkeeping().updateProgress(id, end)));
        }
        return end;
    }

    /** Clears away what an earlier attempt left, and tells whether it came to its end where nobody could record that. */
    private boolean isDoneAfterAll(PlannedOperation operation, boolean inDoubt) throws SQLException {
        for (Statement statement : operation.statements()) {
            ConcurrentIndex index = ConcurrentIndex.of(statement).orElse(null);
            if (index != null) {
                IndexLeftOver leftOver = new IndexLeftOver(connection(), index);
                leftOver.dropInvalid();
                return inDoubt && leftOver.isDone();
            }
        }
        return false;
    }

    /** The session that went before took its settings with it. */
    private void repeatSettings(int operationsDone) throws SQLException {
        for (PlannedOperation operation : step.operations().subList(0, operationsDone)) {
            for (Statement statement : operation.statements()) {
                if (statement.setsForSession()) {
                    execute(statement.text());
                }
            }
        }
    }

    private void recordFailure(long id, int done, LimbeckException failure) {
        try {
            execute(
                    done == 0
                            ? bookkeeping().deleteBegun(id)
                            : bookkeeping().updateFailed(id, failure.problem().sentence()));
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private int endOfTransaction(int start) {
        int end = start + 1;
        while (step.operations().get(start).transactional()
                && end < step.operations().size()
                && step.operations().get(end).transactional()) {
            end++;
        }
        return end;
    }

    private List<String> finish(String historyStatement) {
        List<String> statements =
                new ArrayList<>(bookkeeping().changeRows(step.graphStep().change()));
        statements.add(historyStatement);
        return statements;
    }

    /** Sends the operations from {@code start} to before {@code end}, then our own statements, which must hit a row each. */
    private void send(int start, int end, List<String> own) throws SQLException {
        List<Sent> pending = new ArrayList<>();
        List<Integer> causes = new ArrayList<>();
        for (int i = start; i < end; i++) {
            PlannedOperation operation = step.operations().get(i);
            if (operation.recorded().operation() instanceof RunCode code) {
                sendAll(pending, causes);
                run(operation, code);
            }
            for (Statement statement : operation.statements()) {
                pending.add(new Sent(statement, false));
                causes.add(i);
            }
        }
        for (String statement : own) {
            pending.add(new Sent(Statement.of(statement), true));
        }
        sendAll(pending, causes);
    }

    private void sendAll(List<Sent> pending, List<Integer> causes) throws SQLException {
        try {
            new StatementSender(connection()).send(pending);
        } catch (FailedStatementException failed) {
            boolean rolledBack = rollBack();
            StepFailure failure = new StepFailure(session, step, committed, rolledBack);
            throw failed.index() < causes.size()
                    ? failure.statement(
                            causes.get(failed.index()),
                            pending.get(failed.index()).statement(),
                            failed.failure())
                    : failure.bookkeeping(failed.failure());
        } catch (MissedRowException missed) {
            boolean rolledBack = rollBack();
            throw new StepFailure(session, step, committed, rolledBack).versionTableChanged(missed);
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
            boolean rolledBack = rollBack();
            throw new StepFailure(session, step, committed, rolledBack).code(operation, code, failure);
        }
        if (!after.equals(before)) {
            boolean rolledBack = rollBack();
            throw new StepFailure(session, step, committed, rolledBack).transactionEnded(operation, code);
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

    private void commit() throws SQLException {
        try {
            connection().commit();
        } catch (SQLException exception) {
            boolean rolledBack = rollBack();
            throw new StepFailure(session, step, committed, rolledBack).commit(exception);
        }
        connection().setAutoCommit(true);
    }

    /** What a revision sets for its session must not reach the next one. */
    private void resetWhereTheStepChangedSettings() throws SQLException {
        if (step.operations().stream().anyMatch(StepRun::mayChangeSettings)) {
            execute("RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL");
        }
    }

    private static boolean mayChangeSettings(PlannedOperation operation) {
        return operation.recorded().operation() instanceof RunCode
                || operation.statements().stream().anyMatch(Statement::changesSettings);
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

    private Bookkeeping bookkeeping() {
        return session.bookkeeping();
    }
}
