package org.limbeck.execute;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;

/** Tells whether a transaction failed only because of others who work at the same time, so that it can be run again. */
final class LockFailure {

    private static final Set<String> BY_OTHERS = Set.of("55P03", "40P01", "40001");
    private static final String CANCELLED = "57014";

    private LockFailure() {}

    /** @param elapsed since the attempt began */
    static boolean is(LimbeckException failure, LockLimits limits, Duration elapsed) {
        String state = state(failure);
        return state != null && (BY_OTHERS.contains(state) || isCap(state, limits, elapsed));
    }

    /** Whether our own cap ended a statement, and nobody's request. The server's sentence is in any language. */
    static boolean isCap(LimbeckException failure, LockLimits limits, Duration elapsed) {
        String state = state(failure);
        return state != null && isCap(state, limits, elapsed);
    }

    private static boolean isCap(String state, LockLimits limits, Duration elapsed) {
        return state.equals(CANCELLED)
                && limits.statementTimeout() != null
                && elapsed.compareTo(limits.statementTimeout()) >= 0;
    }

    /** The server's state code behind a failure; null where it didn't come from there. */
    static @Nullable String state(LimbeckException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException exception && exception.getSQLState() != null) {
                return exception.getSQLState();
            }
        }
        return null;
    }
}
