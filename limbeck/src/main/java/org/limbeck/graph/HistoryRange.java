package org.limbeck.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.InvalidTarget.Reason;
import org.limbeck.graph.GraphProblem.OverlappingRevisions.Given;
import org.limbeck.graph.GraphProblem.SeveralHeads;
import org.limbeck.graph.GraphProblem.TooFewRevisions;

/** Reads {@code lower:upper} and finds the revisions between, both ends included. */
final class HistoryRange {

    private static final String CURRENT = "current";

    private final Structure graph;
    private final List<Set<String>> labels;
    private final Resolver resolver;
    private final Collection<String> rows;
    private final String text;
    private final String lower;
    private final String upper;

    HistoryRange(Structure graph, List<Set<String>> labels, String text, Collection<String> rows) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            throw new InvalidTarget(text, Reason.NOT_A_RANGE, List.of()).exception();
        }
        this.graph = graph;
        this.labels = labels;
        this.resolver = new Resolver(graph);
        this.rows = List.copyOf(rows);
        this.text = text;
        this.lower = orElse(text.substring(0, colon).strip(), "base");
        this.upper = orElse(text.substring(colon + 1).strip(), "heads");
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    int[] revisions() {
        int[] upperEnds = onBranchOfLower(upperEnds());
        BitSet wanted = Overlap.check(graph, graph.standsOn(), Given.TARGETS, upperEnds);
        int[] lowerEnds = lowerEnds(upperEnds);
        if (lowerEnds.length > 0) {
            if (!IntStream.of(lowerEnds).allMatch(revision -> revision != Structure.NOTHING && wanted.get(revision))) {
                throw new InvalidTarget(text, Reason.NOT_RELATED, List.of(lower)).exception();
            }
            wanted.andNot(Overlap.check(graph, graph.standsOn(), Given.TARGETS, lowerEnds));
            BitSet ends = Structure.set(lowerEnds);
            wanted.or(ends);
            wanted.and(Closure.of(ends, graph.children()));
        }
        return HistoryOrder.of(graph, wanted, upperEnds);
    }

    private int[] upperEnds() {
        if (upper.equals(CURRENT)) {
            return graph.rows(rows);
        }
        boolean countsFromLower = Target.parse(upper, graph.names()) instanceof Target.Relative relative
                && relative.start() == null
                && relative.steps() > 0;
        Collection<String> start = countsFromLower ? graph.ids(absoluteLowerEnds()) : List.of();
        return new UpgradePlanner(graph, true).targets(start, upper);
    }

    private int[] absoluteLowerEnds() {
        return lower.equals(CURRENT) ? graph.rows(rows) : resolver.all(lower);
    }

    /** A lower end with a branch means history of that branch. */
    private int[] onBranchOfLower(int... ends) {
        int at = lower.indexOf('@');
        if (at < 0) {
            return ends;
        }
        String branch = lower.substring(0, at);
        int revision = resolver.one(branch);
        String label = label(branch, revision);
        if (label == null) {
            return resolver.within(ends, branch);
        }
        return IntStream.of(ends).filter(end -> labels.get(end).contains(label)).toArray();
    }

    private @Nullable String label(String branch, int revision) {
        if (revision == Structure.NOTHING || labels.get(revision).contains(branch)) {
            return branch;
        }
        return labels.get(revision).size() == 1
                ? labels.get(revision).iterator().next()
                : null;
    }

    private int[] lowerEnds(int... upperEnds) {
        if (Target.parse(lower, graph.names()) instanceof Target.Relative relative
                && relative.start() == null
                && relative.steps() < 0) {
            return belowHeads(relative, upperEnds);
        }
        return absoluteLowerEnds();
    }

    /** Steps down from all heads. If the first has not as many, an upper end that was named reaches down to the bases. */
    private int[] belowHeads(Target.Relative target, int... upperEnds) {
        Walk walk = new Walk(graph, resolver, false);
        int[] heads = IntStream.of(graph.effectiveHeads())
                .filter(head -> target.branch() == null || labels.get(head).contains(target.branch()))
                .toArray();
        int[] ends = new int[heads.length];
        for (int index = 0; index < heads.length; index++) {
            try {
                ends[index] = walk.down(heads[index], -target.steps(), lower);
            } catch (GraphException e) {
                if (index > 0 || !(e.problem() instanceof TooFewRevisions)) {
                    throw e;
                }
                if (upperEnds.length > 1) {
                    throw new SeveralHeads(upper, graph.ids(upperEnds)).exception();
                }
                if (upper.equals("heads")) {
                    throw e;
                }
                return new int[0];
            }
        }
        return ends;
    }
}
