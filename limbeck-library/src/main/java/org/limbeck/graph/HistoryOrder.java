package org.limbeck.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts revisions in the order of history, heads first: depth-first along a line, but no revision before all that stand on it.
 *
 * <p>There is a list of open lines, each known by its tip. A tip is emitted when nothing wanted stands on it any more; then
 * the line goes on with its first parent that is still wanted, and its other parents open lines at the end of the list. A tip
 * that must wait hands over to the first line that leads down to it; a line that ends, to the line before it.
 */
final class HistoryOrder {

    private static final int NONE = -1;

    private final Structure graph;
    private final BitSet wanted;
    private final BitSet pending;
    private final int[] waitingFor;
    private final int[] lineOf;
    private final int[] firstPendingAbove;
    private final int[] lowestLineAbove;
    private final int[] seenBySearch;
    private final int[] stack;
    private final Lines lines;
    private @Nullable FirstParents firstParents;
    private int searches;

    private HistoryOrder(Structure graph, BitSet wanted) {
        int size = graph.size();
        this.graph = graph;
        this.wanted = (BitSet) wanted.clone();
        this.pending = withBridges(graph, wanted);
        this.waitingFor = new int[size];
        this.lineOf = new int[size];
        this.firstPendingAbove = new int[size];
        this.lowestLineAbove = new int[size];
        this.seenBySearch = new int[size];
        this.stack = new int[size];
        this.lines = new Lines(size);
        Arrays.fill(lineOf, NONE);
        for (int node = pending.nextSetBit(0); node >= 0; node = pending.nextSetBit(node + 1)) {
            for (int parent : graph.standsOn()[node]) {
                waitingFor[parent]++;
            }
        }
    }

    /**
     * The wanted revisions in the order of history.
     *
     * @param tips where history starts; those that are not wanted don't count
     */
    static int[] of(Structure graph, BitSet wanted, int... tips) {
        return new HistoryOrder(graph, wanted).order(tips);
    }

    private int[] order(int... tips) {
        int[] order = new int[wanted.cardinality()];
        open(tips);
        int count = 0;
        int line = lines.first();
        while (line != NONE) {
            int tip = lines.tip(line);
            if (waitingFor[tip] > 0) {
                line = firstLineAbove(tip);
            } else {
                order[count++] = tip;
                line = emit(tip, line);
            }
        }
        return order;
    }

    private void open(int... tips) {
        BitSet start = Structure.set(tips);
        start.and(wanted);
        start.stream().forEach(this::openLine);
        // Revisions that hang on nothing but unwanted ones can't be reached from the tips.
        BitSet hidden = (BitSet) wanted.clone();
        hidden.andNot(reachedWithin(start));
        hidden.stream()
                .filter(node -> Arrays.stream(graph.above()[node]).noneMatch(hidden::get))
                .forEach(this::openLine);
    }

    private void openLine(int tip) {
        lineOf[tip] = lines.open(tip);
    }

    private BitSet reachedWithin(BitSet start) {
        BitSet reached = (BitSet) start.clone();
        int depth = 0;
        for (int node : start.stream().toArray()) {
            stack[depth++] = node;
            while (depth > 0) {
                for (int parent : graph.standsOn()[stack[--depth]]) {
                    if (wanted.get(parent) && !reached.get(parent)) {
                        reached.set(parent);
                        stack[depth++] = parent;
                    }
                }
            }
        }
        return reached;
    }

    private int emit(int tip, int line) {
        wanted.clear(tip);
        lineOf[tip] = NONE;
        release(tip);
        int[] next = IntStream.of(graph.standsOn()[tip])
                .filter(parent -> wanted.get(parent) && lineOf[parent] == NONE)
                .toArray();
        if (next.length == 0) {
            return lines.close(line);
        }
        lines.moveTo(line, next[0]);
        lineOf[next[0]] = line;
        for (int other = 1; other < next.length; other++) {
            openLine(next[other]);
        }
        return line;
    }

    /** Takes a revision out of the way of its parents, and with it the bridges that held nothing else. */
    private void release(int revision) {
        int depth = 0;
        stack[depth++] = revision;
        while (depth > 0) {
            int node = stack[--depth];
            pending.clear(node);
            for (int parent : graph.standsOn()[node]) {
                waitingFor[parent]--;
                if (waitingFor[parent] == 0 && pending.get(parent) && !wanted.get(parent)) {
                    stack[depth++] = parent;
                }
            }
        }
    }

    /**
     * The first open line whose tip stands on the revision, at any distance.
     *
     * <p>The answer for a revision only grows: lines move down, and new ones come at the end. So the search stops at the
     * first line that is possible at all; and since lines mostly go by first parents, it rarely has to begin.
     */
    private int firstLineAbove(int revision) {
        int possible = lines.firstFrom(lowestLineAbove[revision], lineOf[revision]);
        int best = search(revision, possible);
        lowestLineAbove[revision] = best;
        return best;
    }

    private int search(int revision, int possible) {
        int best = Integer.MAX_VALUE;
        searches++;
        int depth = 0;
        stack[depth++] = revision;
        while (depth > 0) {
            int at = stack[--depth];
            if (firstParents().leads(lines.tip(possible), at)) {
                return possible;
            }
            int[] above = graph.above()[at];
            for (int index = skipDone(at, above); index < above.length; index++) {
                int node = above[index];
                if (pending.get(node) && seenBySearch[node] != searches) {
                    seenBySearch[node] = searches;
                    stack[depth++] = node;
                    if (lineOf[node] != NONE) {
                        best = Math.min(best, lineOf[node]);
                    }
                }
            }
        }
        return best;
    }

    /** Needed only where lines meet. */
    private FirstParents firstParents() {
        if (firstParents == null) {
            firstParents = FirstParents.of(graph.standsOn());
        }
        return firstParents;
    }

    private int skipDone(int revision, int... above) {
        int first = firstPendingAbove[revision];
        while (first < above.length && !pending.get(above[first])) {
            first++;
        }
        firstPendingAbove[revision] = first;
        return first;
    }

    /** The wanted revisions, and the unwanted ones through which one wanted stands on another. */
    private static BitSet withBridges(Structure graph, BitSet wanted) {
        BitSet bridges = Closure.of(wanted, graph.standsOn());
        bridges.and(Closure.of(wanted, graph.above()));
        return bridges;
    }
}
