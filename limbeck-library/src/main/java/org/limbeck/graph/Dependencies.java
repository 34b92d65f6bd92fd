package org.limbeck.graph;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Leaves out the dependencies that a revision need not declare, since one of its ancestors does. */
final class Dependencies {

    private final int[][] parents;
    private final int[][] declarers;
    private final int[] levels;
    private final Map<Integer, BitSet> declarersAsSet = new HashMap<>();
    private final Map<Integer, Integer> lowestDeclarers = new HashMap<>();

    private Dependencies(int[][] parents, int[][] dependencies) {
        this.parents = parents;
        this.declarers = Edges.reversed(dependencies);
        this.levels = levels(parents);
    }

    static int[][] normalised(int[][] parents, int[][] dependencies) {
        Dependencies all = new Dependencies(parents, dependencies);
        int[][] normalised = new int[parents.length][];
        Arrays.setAll(normalised, revision -> all.needed(revision, dependencies[revision]));
        return normalised;
    }

    private int[] needed(int revision, int[] dependencies) {
        return IntStream.of(dependencies)
                .filter(dependency -> declarers[dependency].length == 1 || !declaredBelow(revision, dependency))
                .toArray();
    }

    private boolean declaredBelow(int revision, int dependency) {
        BitSet wanted =
                declarersAsSet.computeIfAbsent(dependency, someDependency -> Structure.set(declarers[someDependency]));
        // No declarer is further down than this, so the search need not go deeper.
        int lowest = lowestDeclarers.computeIfAbsent(dependency, this::lowestDeclarer);
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(revision);
        while (!open.isEmpty()) {
            for (int parent : parents[open.pop()]) {
                if (wanted.get(parent)) {
                    return true;
                }
                if (levels[parent] > lowest && !seen.get(parent)) {
                    seen.set(parent);
                    open.push(parent);
                }
            }
        }
        return false;
    }

    private int lowestDeclarer(int dependency) {
        return IntStream.of(declarers[dependency])
                .map(declarer -> levels[declarer])
                .min()
                .orElseThrow();
    }

    /** The length of the longest way down from each revision. */
    private static int[] levels(int[][] parents) {
        int[][] children = Edges.reversed(parents);
        int[] waiting = new int[parents.length];
        int[] levels = new int[parents.length];
        Deque<Integer> ready = new ArrayDeque<>();
        for (int revision = 0; revision < parents.length; revision++) {
            waiting[revision] = parents[revision].length;
            if (waiting[revision] == 0) {
                ready.add(revision);
            }
        }
        while (!ready.isEmpty()) {
            int revision = ready.remove();
            for (int child : children[revision]) {
                levels[child] = Math.max(levels[child], levels[revision] + 1);
                if (--waiting[child] == 0) {
                    ready.add(child);
                }
            }
        }
        return levels;
    }
}
