package org.limbeck;

import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.schema.Schema;

/**
 * Two schemas side by side.
 *
 * @param actualName what to call the one that there is
 * @param desiredName what to call the one that there should be
 */
public record Comparison(String actualName, String desiredName, Schema actual, Schema desired, DiffOptions options) {

    /** What differs, if this was renamed; the same each time. */
    public Difference difference(Renames renames) {
        return Differ.compare(actual, desired, options.renames(renames));
    }
}
