package org.limbeck.verify;

import java.util.List;
import java.util.Locale;
import org.limbeck.diff.DiffOptions;
import org.limbeck.diff.Differ;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Scope;
import org.limbeck.operation.Operation;
import org.limbeck.problem.LimbeckException;
import org.limbeck.schema.Schema;

/** What differs between two readings of one catalog, in words. */
final class SchemaChange {

    private SchemaChange() {}

    /** What would make the actual schema the desired one, a line each; none where the schemas are equal. */
    static List<String> lines(Schema actual, Schema desired, int major) {
        List<ObjectChange> changes = ObjectChanges.of(actual, desired);
        return changes.isEmpty() ? List.of() : worded(actual, desired, major, changes);
    }

    /** The operations that would be needed say it best; what no operation can do is said by the object's name. */
    private static List<String> worded(Schema actual, Schema desired, int major, List<ObjectChange> changes) {
        try {
            Difference difference =
                    Differ.compare(actual, desired, DiffOptions.on(major).scope(Scope.DATABASE));
            if (!difference.isEmpty()) {
                return difference.upgrade().stream().map(Operation::describe).toList();
            }
        } catch (LimbeckException notComparable) {
            return names(changes);
        }
        return names(changes);
    }

    private static List<String> names(List<ObjectChange> changes) {
        return changes.stream()
                .map(change -> change.kind().name().toLowerCase(Locale.ROOT) + ": " + change.describe())
                .toList();
    }
}
