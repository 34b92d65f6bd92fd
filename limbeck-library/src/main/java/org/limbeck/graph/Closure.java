package org.limbeck.graph;

import java.util.BitSet;

/** Everything that can be reached along edges, the starting points included. */
final class Closure {

    private Closure() {}

    static BitSet of(BitSet starts, int[][] edges) {
        BitSet reached = (BitSet) starts.clone();
        int[] stack = new int[edges.length];
        int depth = 0;
        for (int start = starts.nextSetBit(0); start >= 0; start = starts.nextSetBit(start + 1)) {
            stack[depth++] = start;
            while (depth > 0) {
                for (int next : edges[stack[--depth]]) {
                    if (!reached.get(next)) {
                        reached.set(next);
                        stack[depth++] = next;
                    }
                }
            }
        }
        return reached;
    }

    static BitSet of(int start, int[][] edges) {
        BitSet starts = new BitSet(edges.length);
        starts.set(start);
        return of(starts, edges);
    }
}
