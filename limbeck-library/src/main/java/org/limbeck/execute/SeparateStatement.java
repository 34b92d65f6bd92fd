package org.limbeck.execute;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.UpdateInBatches;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.problem.LimbeckException;
import org.limbeck.sql.ConcurrentWork;
import org.limbeck.sql.Statement;

/**
 * Runs an operation that refuses a transaction. What is about to be sent is recorded beforehand with what the catalog says,
 * so that afterwards the catalog tells what it did, even to another run.
 *
 * @param id the history's row of the step
 * @param index which operation of the step, counted from 0
 */
record SeparateStatement(StepSending sending, LockPatience patience, long id, int index) {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration CLEARING = Duration.ofSeconds(2);

    /** @param interrupted what an earlier run left of this operation; null where none began it */
    void run(@Nullable Unfinished interrupted) throws SQLException {
        if (interrupted != null && interrupted.inFlight() != null && isDoneAfterAll(interrupted)) {
            return;
        }
        if (operation().recorded().operation() instanceof UpdateInBatches batches) {
            BatchRun.run(sending, patience, id, index, batches, interrupted);
            return;
        }
        Leftover leftover = leftover(statement());
        String before = leftover == null ? "" : leftover.state();
        catalog().execute(bookkeeping().updateInFlight(id, statement().text(), before));
        if (leftover == null) {
            sendInTime();
            return;
        }
        ConcurrentWait wait = new ConcurrentWait(sending, patience, operation());
        if (!(leftover instanceof DroppedIndex)) {
            wait.forOldSnapshots();
        }
        List<String> duplicates = List.of();
        try {
            watched(wait, () -> {
                send();
                return true;
            });
        } catch (LimbeckException failure) {
            if (leftover instanceof BuiltIndex index) {
                duplicates = new DuplicateKeys(catalog(), index).sample(failure);
            }
            LimbeckException told = wait.told(failure);
            clearAway(leftover, before, told);
            throw duplicates.isEmpty()
                    ? told
                    : told.problem().evidence(duplicates).exception(told);
        }
        if (!leftover.isSound()) {
            catalog().execute(bookkeeping().updateSettled(id));
            throw sending.failure().unsound(operation(), ((BuiltIndex) leftover).name());
        }
    }

    /** What could be part of a transaction, and isn't, is work that takes its time beside others; but CLUSTER lets nobody in. */
    private void sendInTime() throws SQLException {
        if (!Statement.of(statement().text()).transactional()
                || statement().words(1).contains("CLUSTER")) {
            send();
            return;
        }
        StatementTimeouts timeouts = StatementTimeouts.lift(sending.session(), sending.step(), index);
        try {
            send();
        } finally {
            timeouts.restore();
        }
    }

    private void send() throws SQLException {
        sending.send(List.of(), index, index + 1, List.of());
    }

    private interface Work {
        boolean done() throws SQLException;
    }

    private boolean watched(ConcurrentWait wait, Work work) throws SQLException {
        StatementTimeouts timeouts = StatementTimeouts.lift(sending.session(), sending.step(), index);
        LockWatch watch = LockWatch.start(patience.monitor(), sending.session().pid(), LOOK, wait);
        try {
            return work.done();
        } finally {
            watch.close();
            timeouts.restore();
        }
    }

    /** Clears away what an earlier run left, and tells whether the statement came to its end. */
    private boolean isDoneAfterAll(Unfinished interrupted) throws SQLException {
        String sent = String.valueOf(interrupted.inFlight());
        boolean same = sent.isEmpty() || sent.equals(statement().text());
        Leftover leftover = leftover(same ? statement() : Statement.of(sent));
        return leftover != null
                && watched(
                        new ConcurrentWait(sending, patience, operation()),
                        () -> leftover.settle(String.valueOf(interrupted.foundBefore())))
                && same;
    }

    /** What a failure leaves is cleared away at once; where that would take long, the record stays for the next run. */
    private void clearAway(Leftover leftover, String before, LimbeckException failure) {
        if (leftover instanceof DetachedPartition) {
            return;
        }
        try {
            catalog().execute("SET lock_timeout = " + CLEARING.toMillis());
            boolean done = leftover.settle(before);
            catalog().execute("RESET lock_timeout");
            catalog()
                    .execute(
                            done
                                    ? bookkeeping().updateProgress(id, index + 1)
                                    : bookkeeping().updateSettled(id));
        } catch (SQLException kept) {
            failure.addSuppressed(kept);
        }
    }

    private @Nullable Leftover leftover(Statement statement) {
        return ConcurrentWork.of(statement)
                .map(work -> Leftover.of(catalog(), work))
                .orElse(null);
    }

    private Statement statement() {
        return operation().statements().get(0);
    }

    private PlannedOperation operation() {
        return sending.step().operations().get(index);
    }

    private Catalog catalog() {
        return new Catalog(sending.session().connection());
    }

    private Bookkeeping bookkeeping() {
        return sending.session().bookkeeping();
    }
}
