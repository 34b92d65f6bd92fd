package org.limbeck.execute;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.limbeck.execute.LockLimits.SharedLock;
import org.limbeck.problem.LimbeckException;

/**
 * Runs a transaction until it gets its locks, in attempts that are too short for anybody to notice. Each begins anew, after
 * the one before was rolled back. Behind a long transaction it doesn't queue at all, but looks from outside until that has
 * gone; an autovacuum is asked to give way in a manner that neither readers nor writers feel.
 */
final class LockAttempts {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration FIRST_ALLOWANCE = Duration.ofMillis(50);
    private static final Duration LONGEST_ALLOWANCE = Duration.ofSeconds(3);
    /** What autovacuum needs to end, once it was told. */
    private static final Duration GIVE_WAY = Duration.ofMillis(300);
    /** A transaction that worked for long before it failed may wait this part of that time. */
    private static final int WORTH = 20;

    private final Session session;
    private final Monitor monitor;
    private final Duration budget;
    private final BlockedNotice notice;

    private LockNeed need;
    private Duration allowance = FIRST_ALLOWANCE;
    private Duration pause = FIRST_PAUSE;
    /** Twice what the short transactions on the table take: in that time they are through. It grows where that is too little. */
    private Duration usual = LockLimits.FIRST;

    private LockWait seen = LockWait.NONE;

    /** One attempt, which rolls back before it fails. */
    interface Work {
        void run(LockLimits limits) throws SQLException;
    }

    /** @param budget how long to go on after the first attempt failed */
    LockAttempts(Session session, Monitor monitor, Duration budget, LockNeed need, BlockedNotice notice) {
        this.session = session;
        this.monitor = monitor;
        this.budget = budget;
        this.need = need;
        this.notice = notice;
    }

    /** @throws LimbeckException the work's own, or that the budget is used up */
    void run(Work work) throws SQLException {
        LockLimits limits = LockLimits.first(need, allowance);
        long begin = System.nanoTime();
        LimbeckException failure = attempt(work, limits, null);
        if (failure == null) {
            return;
        }
        long deadline = System.nanoTime() + budget.toNanos();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        int pid = session.pid();
        while (System.nanoTime() < deadline) {
            widen(failure, limits, elapsed);
            limits = next(elapsed);
            begin = System.nanoTime();
            try (LockWatch watch =
                    LockWatch.start(monitor, pid, limits.lockTimeout().dividedBy(4), seen -> {})) {
                failure = attempt(work, limits, watch);
            }
            if (failure == null) {
                return;
            }
            elapsed = Duration.ofNanos(System.nanoTime() - begin);
            pauseUntil(deadline);
        }
        throw notice.budgetUsed(budget, seen, failure.problem(), failure);
    }

    private @Nullable LimbeckException attempt(Work work, LockLimits limits, @Nullable LockWatch watch)
            throws SQLException {
        long begin = System.nanoTime();
        try {
            work.run(limits);
            return null;
        } catch (LimbeckException failure) {
            if (!LockFailure.is(failure, limits, Duration.ofNanos(System.nanoTime() - begin))) {
                throw failure;
            }
            seen = watch == null ? LockWait.NONE : watch.seen();
            return failure;
        }
    }

    /** Gives the work of a statement more time where it was that, and no lock, that took too long. */
    private void widen(LimbeckException failure, LockLimits limits, Duration elapsed) {
        if (LockFailure.isCap(failure, limits, elapsed)) {
            allowance = allowance.multipliedBy(2);
            if (allowance.compareTo(LONGEST_ALLOWANCE) > 0) {
                need = LockNeed.UNKNOWN;
            }
        }
    }

    private LockLimits next(Duration elapsed) {
        if (need == LockNeed.GENTLE) {
            return LockLimits.first(need, allowance);
        }
        Duration worth = shorter(elapsed.dividedBy(WORTH), LockLimits.GENTLE);
        LockLimits limits = LockLimits.of(need, longer(usual, worth), allowance);
        return seen.blockers().stream().anyMatch(Blocker::autovacuum) ? evicting(limits) : limits;
    }

    private LockLimits evicting(LockLimits limits) {
        Duration timeout = monitor.deadlockTimeout().plus(GIVE_WAY);
        String table = seen.table();
        return seen.lockable() && table != null
                ? limits.behind(new SharedLock(table, timeout))
                : LockLimits.of(need, timeout, allowance);
    }

    private void pauseUntil(long deadline) {
        notice.blocked(seen);
        if (seen.blockers().stream().anyMatch(Blocker::autovacuum)) {
            return;
        }
        if (seen.blockers().stream().noneMatch(Blocker::isLong)) {
            pauseAmongShortOnes(deadline);
        }
        while (System.nanoTime() < deadline && monitor.goesOn(seen.blockers())) {
            Pause.of(LOOK);
            notice.blocked(seen);
        }
    }

    private void pauseAmongShortOnes(long deadline) {
        long longest = Math.min(pause.toMillis(), Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest) + 1));
        pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        if (!monitor.goesOn(seen.blockers())) {
            Duration oldest = seen.blockers().stream()
                    .map(Blocker::age)
                    .filter(age -> age != null && age.compareTo(LockLimits.LONGEST.dividedBy(2)) <= 0)
                    .reduce(Duration.ZERO, LockAttempts::longer);
            Duration wanted = longer(oldest.multipliedBy(2), LockLimits.SHORTEST);
            usual = shorter(longer(wanted, usual), shorter(usual.multipliedBy(3).dividedBy(2), LockLimits.LONGEST));
        }
    }

    private static Duration shorter(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? first : second;
    }

    private static Duration longer(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? second : first;
    }
}
