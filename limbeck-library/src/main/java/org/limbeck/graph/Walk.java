package org.limbeck.graph;

import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.AmbiguousStep;
import org.limbeck.graph.GraphProblem.TooFewRevisions;

/** Goes a number of steps up or down, by parents only. */
final class Walk {

    private final Structure graph;
    private final Resolver resolver;
    private final boolean stopsAtTheTop;

    /**
     * Walks a graph.
     *
     * @param stopsAtTheTop whether a walk up with too many steps ends at the top; otherwise it is refused
     */
    Walk(Structure graph, Resolver resolver, boolean stopsAtTheTop) {
        this.graph = graph;
        this.resolver = resolver;
        this.stopsAtTheTop = stopsAtTheTop;
    }

    /**
     * The revision some steps up.
     *
     * @param start where to start; {@link Structure#NOTHING} is below the bases
     * @param branch the branch to stay on, or null for any
     * @param text the target, for problems
     */
    int up(int start, int steps, @Nullable String branch, String text) {
        int at = start;
        for (int taken = 0; taken < steps; taken++) {
            int[] next = resolver.within(at == Structure.NOTHING ? graph.bases() : graph.children()[at], branch);
            if (next.length == 0) {
                if (stopsAtTheTop) {
                    return at;
                }
                throw new TooFewRevisions(text, steps, taken).exception();
            }
            at = only(next, at, Direction.UP, steps, taken, text);
        }
        return at;
    }

    /** The revision some steps down, or {@link Structure#NOTHING} for the step below a base. */
    int down(int start, int steps, String text) {
        int at = start;
        for (int taken = 0; taken < steps; taken++) {
            if (at == Structure.NOTHING) {
                throw new TooFewRevisions(text, -steps, taken).exception();
            }
            int[] next = graph.parents()[at];
            at = next.length == 0 ? Structure.NOTHING : only(next, at, Direction.DOWN, steps, taken, text);
        }
        return at;
    }

    /** The same, and {@link Structure#NOTHING} too if there are not as many. */
    int downAtMost(int start, int steps, String text) {
        int at = start;
        for (int taken = 0; taken < steps && at != Structure.NOTHING; taken++) {
            int[] next = graph.parents()[at];
            at = next.length == 0 ? Structure.NOTHING : only(next, at, Direction.DOWN, steps, taken, text);
        }
        return at;
    }

    private int only(int[] next, int at, Direction direction, int steps, int taken, String text) {
        if (next.length > 1) {
            String here = at == Structure.NOTHING ? null : graph.id(at);
            throw new AmbiguousStep(text, here, direction, steps, taken, graph.ids(next)).exception();
        }
        return next[0];
    }
}
