package org.limbeck.graph;

import java.util.BitSet;
import org.limbeck.graph.GraphProblem.OverlappingRevisions;

/** Refuses revisions that are given side by side while one stands on another. */
final class Overlap {

    private Overlap() {}

    /** Checks the revisions along edges, and answers everything that can be reached along them, the revisions included. */
    static BitSet check(Structure graph, int[][] edges, OverlappingRevisions.Given given, int... revisions) {
        BitSet together = Structure.set(revisions);
        BitSet below = new BitSet();
        for (int revision : revisions) {
            for (int next : edges[revision]) {
                below.set(next);
            }
        }
        BitSet reached = Closure.of(below, edges);
        if (reached.intersects(together)) {
            throw first(graph, edges, given, revisions).exception();
        }
        reached.or(together);
        return reached;
    }

    private static OverlappingRevisions first(
            Structure graph, int[][] edges, OverlappingRevisions.Given given, int... revisions) {
        for (int revision : revisions) {
            BitSet others = Closure.of(revision, edges);
            others.clear(revision);
            others.and(Structure.set(revisions));
            if (!others.isEmpty()) {
                return new OverlappingRevisions(graph.id(revision), graph.ids(others), given);
            }
        }
        throw new IllegalArgumentException("the revisions do not overlap");
    }
}
