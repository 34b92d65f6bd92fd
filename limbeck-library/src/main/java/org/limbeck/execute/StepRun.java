package org.limbeck.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.operation.RunCode;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.sql.Statement;

/**
 * Runs one step. The change of the version table is committed together with the last of its operations, never before.
 *
 * @param committed the rows of the version table that a failure falls back to
 */
record StepRun(Session session, Author author, Step step, Set<String> committed) {

    /** Runs the step in the open transaction, or in a new one, which is committed where that is wanted. */
    void inOneTransaction(LockLimits limits, boolean commit) throws SQLException {
        connection().setAutoCommit(false);
        sending()
                .send(
                        limits.statements(),
                        0,
                        step.operations().size(),
                        finish(bookkeeping().insertFinished(step, author)));
        if (commit) {
            sending().commit();
        }
        resetWhereTheStepChangedSettings();
    }

    /**
     * Runs a step of which some statements refuse a transaction. What came before such a statement is committed; the
     * history says how far it came, so that the next run goes on from there.
     */
    void inSeveralTransactions(LockPatience attempts) throws SQLException {
        connection().setAutoCommit(true);
        Unfinished unfinished =
                Unfinished.find(session).filter(row -> row.isContinuedBy(step)).orElse(null);
        if (unfinished == null) {
            unfinished = Unfinished.begin(session, step, author);
        } else {
            execute(bookkeeping().updateResumed(unfinished.id(), step));
            repeatSettings(unfinished.operationsDone());
        }
        int done = unfinished.operationsDone();
        try {
            while (done < step.operations().size()) {
                done = inNextTransaction(attempts, unfinished, done);
            }
            boolean nothingLeft = unfinished.operationsDone() == done;
            if (nothingLeft || !step.operations().get(done - 1).transactional()) {
                connection().setAutoCommit(false);
                sending().send(List.of(), done, done, finish(bookkeeping().updateFinished(unfinished.id(), done)));
                sending().commit();
            }
        } catch (LimbeckException failure) {
            recordFailure(unfinished.id(), failure);
            throw failure;
        }
        resetWhereTheStepChangedSettings();
    }

    /** Runs the operations up to the next commit and says how many are done then. */
    private int inNextTransaction(LockPatience attempts, Unfinished unfinished, int done) throws SQLException {
        long id = unfinished.id();
        int end = endOfTransaction(done);
        boolean last = end == step.operations().size();
        if (step.operations().get(done).transactional()) {
            List<String> own = last
                    ? finish(bookkeeping().updateFinished(id, end))
                    : List.of(bookkeeping().updateProgress(id, end));
            attempts.of(step, done, end).run(limits -> {
                connection().setAutoCommit(false);
                sending().send(limits.statements(), done, end, own);
                sending().commit();
            });
            return end;
        }
        connection().setAutoCommit(true);
        new SeparateStatement(sending(), attempts, id, done)
                .run(done == unfinished.operationsDone() ? unfinished : null);
        if (!last) {
            sending().send(List.of(), end, end, List.of(bookkeeping().updateProgress(id, end)));
        }
        return end;
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

    private void recordFailure(long id, LimbeckException failure) {
        try {
            execute(bookkeeping().deleteBegun(id) + "; "
                    + bookkeeping().updateFailed(id, failure.problem().sentence()));
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    private void execute(String sql) throws SQLException {
        new Catalog(connection()).execute(sql);
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

    /** What a revision sets for its session must not reach the next one. */
    private void resetWhereTheStepChangedSettings() throws SQLException {
        if (step.operations().stream().anyMatch(StepRun::mayChangeSettings)) {
            session.reset();
        }
    }

    private static boolean mayChangeSettings(PlannedOperation operation) {
        return operation.recorded().operation() instanceof RunCode
                || operation.statements().stream().anyMatch(Statement::changesSettings);
    }

    private StepSending sending() {
        return new StepSending(session, step, committed);
    }

    private Connection connection() {
        return session.connection();
    }

    private Bookkeeping bookkeeping() {
        return session.bookkeeping();
    }
}
