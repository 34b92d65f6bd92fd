package org.limbeck.execute;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Whom concurrent work waits for: old snapshots, before it begins, without holding anything; and then what the server itself
 * waits for. Both are named, and end with the budget.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building Indexes
 *     Concurrently</a>
 */
final class ConcurrentWait implements Consumer<LockWait> {

    private static final Duration LOOK = Duration.ofMillis(200);

    /** Why the work was cancelled. */
    private enum Reason {
        LOCKS,
        TIME,
        STANDBY
    }

    private final StepSending sending;
    private final LockPatience patience;
    private final PlannedOperation operation;
    private final BlockedNotice notice;
    private long freeAt = System.nanoTime();
    private LockWait last = LockWait.NONE;
    private long begin = freeAt;
    private @Nullable Reason reason;
    private @Nullable StandbyLag lag;

    ConcurrentWait(StepSending sending, LockPatience patience, PlannedOperation operation) {
        this.sending = sending;
        this.patience = patience;
        this.operation = operation;
        this.notice = patience.notice(sending.step());
    }

    /** @throws LimbeckException where they are still there when the budget is used up */
    void forOldSnapshots() {
        long deadline = System.nanoTime() + patience.limits().locks().toNanos();
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
        freeAt = System.nanoTime();
        begin = freeAt;
    }

    @Override
    public synchronized void accept(LockWait wait) {
        if (wait.blockers().isEmpty()) {
            freeAt = System.nanoTime();
        } else {
            last = wait;
            notice.blocked(wait);
        }
        if (reason == null) {
            reason = reason();
            if (reason != null) {
                patience.monitor().cancel(sending.session().pid());
            }
        }
    }

    private @Nullable Reason reason() {
        long now = System.nanoTime();
        Duration build = patience.limits().build();
        if (now - freeAt > patience.limits().locks().toNanos()) {
            return Reason.LOCKS;
        }
        if (build != null && now - begin > build.toNanos()) {
            return Reason.TIME;
        }
        Duration limit = patience.limits().lag();
        lag = limit == null ? null : patience.monitor().lag().orElse(null);
        return limit != null && lag != null && lag.exceeds(limit) ? Reason.STANDBY : null;
    }

    /** The failure as it came about: the work's own, or that we gave up. */
    synchronized LimbeckException told(LimbeckException failure) {
        Duration build = patience.limits().build();
        Duration limit = patience.limits().lag();
        if (reason == Reason.LOCKS) {
            return used(last, failure.problem(), failure);
        }
        if (reason == Reason.TIME && build != null) {
            return cancelled(tookTooLong(build), failure);
        }
        return reason == Reason.STANDBY && lag != null && limit != null
                ? cancelled(
                        StandbyProblem.of(
                                title() + " was cancelled, since a standby can't follow", lag, limit, sending.step()),
                        failure)
                : failure;
    }

    private Problem tookTooLong(Duration build) {
        String command = "limbeck " + sending.step().kind().word() + " --build-budget ";
        return Problem.of(
                        ProblemCode.BUILD_TOO_LONG,
                        title() + " was cancelled, since it took longer than " + BlockedNotice.spoken(build))
                .hint(
                        "to give it more time",
                        command
                                + BlockedNotice.spoken(BlockedNotice.longer(build))
                                        .replace(" ", ""));
    }

    private LimbeckException cancelled(Problem problem, LimbeckException failure) {
        return problem.at(operation.recorded().place())
                .evidence(operation.statements().get(0).text())
                .databaseState(failure.problem().databaseState())
                .exception(failure);
    }

    private String title() {
        return (sending.step().revision() + " " + sending.step().message()).strip();
    }

    private LimbeckException used(LockWait wait, Problem cause, @Nullable Throwable failure) {
        return notice.budgetUsed(patience.limits().locks(), wait, cause, failure);
    }
}
