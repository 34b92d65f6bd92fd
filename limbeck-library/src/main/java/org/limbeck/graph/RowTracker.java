package org.limbeck.graph;

import java.util.BitSet;
import java.util.List;

/**
 * Follows the rows of the version table through the steps of a plan. Rows are the applied revisions that no other applied one
 * requires.
 */
final class RowTracker {

    private final Structure graph;
    private final BitSet rows;
    private final int[] requiredBy;

    RowTracker(Structure graph, BitSet rows, BitSet applied) {
        this.graph = graph;
        this.rows = (BitSet) rows.clone();
        this.requiredBy = new int[graph.size()];
        for (int revision = applied.nextSetBit(0); revision >= 0; revision = applied.nextSetBit(revision + 1)) {
            count(revision, 1);
        }
    }

    GraphStep up(int revision) {
        BitSet removed = Structure.set(graph.requirements()[revision]);
        removed.and(rows);
        rows.andNot(removed);
        rows.set(revision);
        count(revision, 1);
        List<String> itself = graph.ids(revision);
        RowChange change = new RowChange(graph.ids(removed), itself);
        return new GraphStep(Direction.UP, graph.id(revision), below(revision), itself, change);
    }

    GraphStep down(int revision) {
        count(revision, -1);
        BitSet added = new BitSet();
        for (int required : graph.requirements()[revision]) {
            if (requiredBy[required] == 0 && !rows.get(required)) {
                added.set(required);
            }
        }
        rows.clear(revision);
        rows.or(added);
        List<String> itself = graph.ids(revision);
        RowChange change = new RowChange(itself, graph.ids(added));
        return new GraphStep(Direction.DOWN, graph.id(revision), itself, below(revision), change);
    }

    private List<String> below(int revision) {
        return graph.ids(graph.standsOn()[revision]);
    }

    private void count(int revision, int difference) {
        for (int required : graph.requirements()[revision]) {
            requiredBy[required] += difference;
        }
    }
}
