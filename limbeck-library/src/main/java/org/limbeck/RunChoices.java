package org.limbeck;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.execute.RunLimits;

/**
 * How the caller wants runs to go.
 *
 * @param tag a word of the caller's, recorded behind the name of who ran a revision; empty for none
 * @param limits what a run may take
 * @param acceptance why hazards are accepted that the migrations don't accept; empty where they aren't
 * @param literal whether statements are sent as they are written, even where they hold up writers
 */
record RunChoices(String tag, RunLimits limits, String acceptance, boolean literal) {

    /** What counts where nothing is said. */
    static final RunChoices DEFAULT = new RunChoices("", RunLimits.ofLocks(Limbeck.LOCK_BUDGET), "", false);

    RunChoices tagged(String newTag) {
        return new RunChoices(newTag, limits, acceptance, literal);
    }

    RunChoices limited(RunLimits newLimits) {
        return new RunChoices(tag, newLimits, acceptance, literal);
    }

    RunChoices accepting(String reason) {
        return new RunChoices(tag, limits, reason, literal);
    }

    RunChoices literally() {
        return new RunChoices(tag, limits, acceptance, true);
    }

    /** What is recorded behind the name of who ran a revision; empty for nothing. */
    String remarks() {
        return Stream.of(tag, acceptance.isEmpty() ? "" : "hazards accepted: " + acceptance)
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
