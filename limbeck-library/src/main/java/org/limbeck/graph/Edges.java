package org.limbeck.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Adjacency lists. Every list is in the order in which its edges were declared. */
final class Edges {

    private static final int[] NOTHING = {};

    private Edges() {}

    /** Whether nothing leads anywhere, as with the dependencies of most projects. */
    static boolean isEmpty(int[][] edges) {
        for (int[] ends : edges) {
            if (ends.length > 0) {
                return false;
            }
        }
        return true;
    }

    /** The edges the other way round; ends that several starts share are in the order of the starts. */
    static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] ends : edges) {
            for (int end : ends) {
                counts[end]++;
            }
        }
        int[][] reversed = new int[edges.length][];
        for (int node = 0; node < reversed.length; node++) {
            reversed[node] = counts[node] == 0 ? NOTHING : new int[counts[node]];
        }
        Arrays.fill(counts, 0);
        for (int start = 0; start < edges.length; start++) {
            for (int end : edges[start]) {
                reversed[end][counts[end]++] = start;
            }
        }
        return reversed;
    }

    /** The edges of both, first those of the first, without duplicates. */
    static int[][] union(int[][] first, int[][] second) {
        int[][] union = new int[first.length][];
        for (int node = 0; node < union.length; node++) {
            union[node] = second[node].length == 0 ? first[node] : joined(first[node], second[node]);
        }
        return union;
    }

    private static int[] joined(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                .distinct()
                .toArray();
    }
}
