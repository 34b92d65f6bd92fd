package org.limbeck.takeover;

import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/**
 * Where another tool left a database.
 *
 * @param table the table that says so
 * @param applied what it applied, as revisions, lowest first
 * @param missing what it knows and didn't apply
 */
public record TakenOver(Tool tool, QualifiedName table, List<String> applied, List<String> missing) {

    public TakenOver {
        applied = List.copyOf(applied);
        missing = List.copyOf(missing);
    }

    /** What would be in the version table: imported revisions are one line. */
    public Set<String> rows() {
        return applied.isEmpty() ? Set.of() : Set.of(applied.get(applied.size() - 1));
    }
}
