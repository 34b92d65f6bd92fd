package org.limbeck.execute;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;

/**
 * Whom concurrent work waits for: old snapshots, before it begins, without holding anything; and then what the server itself
 * waits for. Both are named, and end with the budget.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building Indexes
 *     Concurrently</a>
 */
final class ConcurrentWait implements Consumer<LockWait> {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final StepSending sending;
    private final LockPatience patience;
    private final PlannedOperation operation;
    private final BlockedNotice notice;
    private long freeAt = System.nanoTime();
    private LockWait last = LockWait.NONE;
    private boolean gaveUp;

    ConcurrentWait(StepSending sending, LockPatience patience, PlannedOperation operation) {
        this.sending = sending;
        this.patience = patience;
        this.operation = operation;
        this.notice = patience.notice(sending.step());
    }

    /** @throws LimbeckException where they are still there when the budget is used up */
    void forOldSnapshots() {
        long deadline = System.nanoTime() + patience.budget().toNanos();
        int pid = sending.session().pid();
        List<Blocker> old = patience.monitor().oldSnapshots(pid);
        while (!old.isEmpty()) {
            LockWait wait = new LockWait(null, false, old);
            if (System.nanoTime() >= deadline) {
                throw used(wait, sending.failure().heldUp(operation), null);
            }
            notice.blocked(wait);
            Pause.of(LOOK);
            old = patience.monitor().oldSnapshots(pid);
        }
    }

    @Override
    public synchronized void accept(LockWait wait) {
        long now = System.nanoTime();
        if (wait.blockers().isEmpty()) {
            freeAt = now;
            return;
        }
        last = wait;
        notice.blocked(wait);
        if (now - freeAt > patience.budget().toNanos() && !gaveUp) {
            gaveUp = true;
            patience.monitor().cancel(sending.session().pid());
        }
    }

    /** The failure as it came about: the work's own, or that we gave up. */
    synchronized LimbeckException told(LimbeckException failure) {
        return gaveUp ? used(last, failure.problem(), failure) : failure;
    }

    private LimbeckException used(LockWait wait, Problem cause, @Nullable Throwable failure) {
        return notice.budgetUsed(patience.budget(), wait, cause, failure);
    }
}
