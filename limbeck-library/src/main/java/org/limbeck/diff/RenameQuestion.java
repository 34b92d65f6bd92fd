package org.limbeck.diff;

import org.limbeck.schema.ObjectId;

/**
 * Whether something was renamed, which no comparison can know.
 *
 * @param from what there is and isn't wanted
 * @param value the value of the enum {@code from} in question; empty for the object itself
 * @param to the name that is wanted and isn't there
 * @param likeness from 0 to 1
 * @param reason why it may be so, a clause
 */
public record RenameQuestion(ObjectId from, String value, String to, double likeness, String reason) {

    /** What is asked about, for example {@code column orders.total}. */
    public String describe() {
        return value.isEmpty() ? from.describe() : "value \"" + value + "\" of " + from.describe();
    }
}
