package org.limbeck;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the caller wants runs to go.
 *
 * @param tag a word of the caller's, recorded behind the name of who ran a revision; empty for none
 * @param lockBudget how long a transaction goes on trying to get its locks
 * @param acceptance why hazards are accepted that the migrations don't accept; empty where they aren't
 * @param literal whether statements are sent as they are written, even where they hold up writers
 */
record RunChoices(String tag, Duration lockBudget, String acceptance, boolean literal) {

    /** What counts where nothing is said. */
    static final RunChoices DEFAULT = new RunChoices("", Limbeck.LOCK_BUDGET, "", false);

    RunChoices tagged(String newTag) {
        return new RunChoices(newTag, lockBudget, acceptance, literal);
    }

    RunChoices patient(Duration newBudget) {
        return new RunChoices(tag, newBudget, acceptance, literal);
    }

    RunChoices accepting(String reason) {
        return new RunChoices(tag, lockBudget, reason, literal);
    }

    RunChoices literally() {
        return new RunChoices(tag, lockBudget, acceptance, true);
    }

    /** What is recorded behind the name of who ran a revision; empty for nothing. */
    String remarks() {
        return Stream.of(tag, acceptance.isEmpty() ? "" : "hazards accepted: " + acceptance)
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
