package org.limbeck.verify;

import java.time.Duration;
import java.util.List;

/**
 * What came out when the revisions were tried on a server.
 *
 * @param major the major version of the server
 * @param trials the revisions that were tried, in the order in which they are applied
 * @param findings what is wrong with all of them together
 * @param tablesWithoutRows tables whose conditions no sample row met, so that nothing is known of their rows
 * @param duration how long it took
 */
public record Verification(
        int major,
        List<RevisionTrial> trials,
        List<Finding> findings,
        List<String> tablesWithoutRows,
        Duration duration) {

    public Verification {
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
        tablesWithoutRows = List.copyOf(tablesWithoutRows);
    }

    /** Whether nothing is wrong; what was lost does not count. */
    public boolean succeeded() {
        return findings.isEmpty()
                && trials.stream().allMatch(trial -> trial.findings().isEmpty());
    }
}
