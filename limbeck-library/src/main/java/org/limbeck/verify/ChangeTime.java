package org.limbeck.verify;

/**
 * When an object was last changed: between two steps of the history, or exactly.
 *
 * @param at the moment, where the server keeps it ({@code track_commit_timestamp}); empty where not
 * @param after the step of the history behind which it was changed; empty where that isn't known
 * @param before the step of the history before which it was changed; empty for none, or where that isn't known
 */
public record ChangeTime(String at, String after, String before) {

    /** Nothing is known. */
    static final ChangeTime UNKNOWN = new ChangeTime("", "", "");

    /** For people, for example {@code between upgrade 0002 (2026-11-20 12:00) and upgrade 0003 (...)}; empty if unknown. */
    public String describe() {
        if (!at.isEmpty()) {
            return at;
        }
        if (!after.isEmpty() && !before.isEmpty()) {
            return "between " + after + " and " + before;
        }
        return after.isEmpty() ? "" : "after " + after;
    }
}
