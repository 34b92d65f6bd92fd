package org.limbeck.execute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long one attempt at a transaction may wait. Whoever reads or writes a table queues behind our request for a strong
 * lock, so that an attempt must be short; another one costs nobody anything.
 *
 * @param lockTimeout for each lock
 * @param statementTimeout for each statement, since the server counts {@code lock_timeout} anew for each partition; null
 *     for what may take long
 * @param shared a table to be locked beforehand, against autovacuum only; null for none
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
 */
record LockLimits(
        Duration lockTimeout,
        @Nullable Duration statementTimeout,
        @Nullable SharedLock shared) {

    static final Duration SHORTEST = Duration.ofMillis(50);
    static final Duration FIRST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofMillis(500);
    /** For locks of rows, and those that only other changes of the schema wait for. */
    static final Duration GENTLE = Duration.ofSeconds(5);

    /**
     * A lock that hinders neither reading nor writing, and that autovacuum gives way to.
     *
     * @param table as SQL
     * @param timeout longer than the server's {@code deadlock_timeout}, which is when autovacuum is told
     */
    record SharedLock(String table, Duration timeout) {}

    /** The first attempt, when nothing is known of the table. */
    static LockLimits first(LockNeed need, Duration allowance) {
        return of(need, need == LockNeed.GENTLE ? GENTLE : FIRST, allowance);
    }

    /** @param allowance for the work of a statement that should take a moment */
    static LockLimits of(LockNeed need, Duration lockTimeout, Duration allowance) {
        return new LockLimits(lockTimeout, need == LockNeed.INSTANT ? lockTimeout.plus(allowance) : null, null);
    }

    LockLimits behind(@Nullable SharedLock lock) {
        return new LockLimits(lockTimeout, statementTimeout, lock);
    }

    /** What the transaction begins with. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (shared != null) {
            statements.add(set("lock_timeout", shared.timeout()));
            statements.add("LOCK TABLE ONLY " + shared.table() + " IN SHARE UPDATE EXCLUSIVE MODE");
        }
        statements.add(set("lock_timeout", lockTimeout));
        if (statementTimeout != null) {
            statements.add(set("statement_timeout", statementTimeout));
        }
        return statements;
    }

    private static String set(String name, Duration value) {
        return "SET LOCAL " + name + " = " + value.toMillis();
    }
}
