package org.limbeck.execute;

import java.time.Duration;
import java.util.Locale;

/**
 * A standby that is behind.
 *
 * @param standby what it calls itself, and where it is
 * @param behind how long it takes until it shows what was committed
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-REPLICATION-VIEW">
 *     pg_stat_replication</a>
 */
public record StandbyLag(String standby, Duration behind) {

    boolean exceeds(Duration limit) {
        return behind.compareTo(limit) > 0;
    }

    /** What it is, for people. */
    public String describe() {
        return String.format(Locale.ROOT, "the standby %s is %.1f s behind", standby, behind.toMillis() / 1000.0);
    }
}
