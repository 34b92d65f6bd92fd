package org.limbeck.graph;

/**
 * The forest of first parents. It says at once that a revision stands on another, as long as the way goes by first parents
 * alone; of other ways it knows nothing.
 */
final class FirstParents {

    private final int[] entered;
    private final int[] left;

    private FirstParents(int size) {
        this.entered = new int[size];
        this.left = new int[size];
    }

    static FirstParents of(int[][] standsOn) {
        int[][] parents = new int[standsOn.length][];
        for (int node = 0; node < parents.length; node++) {
            parents[node] = standsOn[node].length < 2 ? standsOn[node] : new int[] {standsOn[node][0]};
        }
        int[][] children = Edges.reversed(parents);
        FirstParents tree = new FirstParents(standsOn.length);
        int[] stack = new int[standsOn.length];
        int[] visited = new int[standsOn.length];
        int clock = 0;
        for (int root = 0; root < standsOn.length; root++) {
            if (parents[root].length > 0) {
                continue;
            }
            int depth = 0;
            stack[depth++] = root;
            tree.entered[root] = clock++;
            while (depth > 0) {
                int node = stack[depth - 1];
                if (visited[node] < children[node].length) {
                    int child = children[node][visited[node]++];
                    tree.entered[child] = clock++;
                    stack[depth++] = child;
                } else {
                    tree.left[node] = clock;
                    depth--;
                }
            }
        }
        return tree;
    }

    /** Whether the way from the upper revision down by first parents meets the lower one. */
    boolean leads(int upper, int lower) {
        return entered[lower] <= entered[upper] && entered[upper] < left[lower];
    }
}
