package org.limbeck.execute;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that another one waits for.
 *
 * @param pid the server process; 0 for a prepared transaction, which has none
 * @param transaction the virtual transaction, which tells it from the process's next one
 * @param user null where the server doesn't tell
 * @param state for example {@code idle in transaction}; null where this user may not see it
 * @param age since the transaction began; null where this user may not see it
 * @param query the statement that it runs or ran last; empty where this user may not see it
 * @param autovacuum whether it is an autovacuum that gives way to others
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW">
 *     pg_stat_activity</a>
 */
public record Blocker(
        int pid,
        @Nullable String transaction,
        @Nullable String user,
        String application,
        @Nullable String state,
        @Nullable Duration age,
        String query,
        boolean autovacuum) {

    private static final int LONGEST_QUERY = 80;
    private static final Duration LONG = Duration.ofSeconds(1);

    /** Whether it has been there for so long that it is better waited for without queueing. */
    boolean isLong() {
        return age == null || age.compareTo(LONG) >= 0;
    }

    /** What it is, for people. */
    public String describe() {
        if (pid == 0) {
            return "a prepared transaction: see pg_prepared_xacts";
        }
        StringBuilder text = new StringBuilder("process ").append(pid);
        if (autovacuum) {
            return text.append(", an autovacuum").toString();
        }
        if (user != null) {
            text.append(", user ").append(user);
        }
        text.append(", ").append(application.isEmpty() ? "an unnamed application" : application);
        if (state != null) {
            text.append(", ").append(state);
        }
        if (age != null) {
            text.append(String.format(Locale.ROOT, ", for %.1f s", age.toMillis() / 1000.0));
        }
        return query.isEmpty()
                ? text.toString()
                : text.append(": ").append(shortened()).toString();
    }

    private String shortened() {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUERY ? line : line.substring(0, LONGEST_QUERY) + " ...";
    }
}
