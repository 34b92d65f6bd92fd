package org.limbeck.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one step does to the version table.
 *
 * @param removed the rows that go
 * @param added the rows that come
 */
public record RowChange(List<String> removed, List<String> added) {

    public RowChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The rows after this change, given the rows before it. */
    public Set<String> applyTo(Collection<String> rows) {
        Set<String> after = new LinkedHashSet<>(rows);
        removed.forEach(after::remove);
        after.addAll(added);
        return after;
    }
}
