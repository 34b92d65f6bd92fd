package org.limbeck.spring.actuate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.Current;
import org.limbeck.Limbeck;

/**
 * What health says. A database that is ahead is none of an older instance's troubles, which is about to be replaced.
 *
 * @param complete whether the database has all revisions of the application
 * @param details what to show
 */
record Standing(boolean complete, Map<String, Object> details) {

    static Standing of(Limbeck limbeck) {
        Current current = limbeck.current();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("database", current.database());
        details.put("current", current.rows());
        details.put("pending", current.pending());
        if (!current.unknown().isEmpty()) {
            details.put("unknown", current.unknown());
        }
        boolean complete = current.pending() == 0 || !current.unknown().isEmpty();
        return new Standing(complete, details);
    }
}
