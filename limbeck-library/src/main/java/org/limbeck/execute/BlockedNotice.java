package org.limbeck.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Says for whom a run waits: at once, and again when that changes or after a while. */
final class BlockedNotice {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final RunListener listener;
    private final String title;
    private final String direction;
    private List<Integer> told = List.of();
    private long toldAt;

    /**
     * @param title what waits, for people
     * @param direction the verb to type for it
     */
    BlockedNotice(RunListener listener, String title, String direction) {
        this.listener = listener;
        this.title = title;
        this.direction = direction;
    }

    void blocked(LockWait wait) {
        List<Integer> now = wait.blockers().stream().map(Blocker::pid).sorted().toList();
        long time = System.nanoTime();
        if (!now.isEmpty() && (!now.equals(told) || time - toldAt > AGAIN.toNanos())) {
            told = now;
            toldAt = time;
            listener.blocked(wait);
        }
    }

    /**
     * The time is over.
     *
     * @param cause how the last attempt failed, with its place and the state of the database
     */
    LimbeckException budgetUsed(Duration budget, LockWait wait, Problem cause, @Nullable Throwable last) {
        List<String> evidence = new ArrayList<>(cause.evidence());
        for (Blocker blocker : wait.blockers()) {
            evidence.add((wait.table() == null ? "it waits for " : wait.table() + " is held by ") + blocker.describe());
        }
        Problem problem = Problem.of(
                        ProblemCode.LOCK_NOT_HAD, title + " could not have its locks within " + spoken(budget))
                .at(cause.place())
                .evidence(evidence)
                .databaseState(cause.databaseState())
                .hint(
                        "to wait longer",
                        "limbeck " + direction + " --lock-budget "
                                + spoken(longer(budget)).replace(" ", ""));
        for (Blocker blocker : wait.blockers()) {
            if (blocker.pid() != 0 && !blocker.autovacuum()) {
                problem = problem.hint(
                        "to end what holds it, if that may be ended",
                        "SELECT pg_terminate_backend(" + blocker.pid() + ");");
            }
        }
        return last == null ? problem.exception() : problem.exception(last);
    }

    static Duration longer(Duration budget) {
        Duration hour = Duration.ofHours(1);
        return budget.compareTo(hour) < 0 ? hour : budget.multipliedBy(2);
    }

    static String spoken(Duration duration) {
        if (duration.toMillis() % 1000 != 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() % 60 != 0 || duration.isZero()) {
            return duration.toSeconds() + " s";
        }
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
