package org.limbeck.graph;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param direction up for an upgrade, down for a downgrade; a stamp goes either way
 * @param revision the revision that is applied or undone; for a stamp the one that is stamped, or the row that goes
 * @param from where the step starts: the parents with dependencies on the way up, the revision itself on the way down; for
 *     a stamp the rows that it replaces
 * @param to where the step ends, the other way round
 * @param change what happens to the version table
 */
public record GraphStep(Direction direction, String revision, List<String> from, List<String> to, RowChange change) {

    public GraphStep {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}
