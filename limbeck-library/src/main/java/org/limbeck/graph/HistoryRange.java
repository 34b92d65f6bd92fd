package org.limbeck.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.InvalidTarget.Reason;
import org.limbeck.graph.GraphProblem.OverlappingRevisions.Given;
import org.limbeck.graph.GraphProblem.SeveralHeads;

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
        int[] lowerEnds = lowerEnds();
        if (!IntStream.of(lowerEnds).allMatch(end -> end == BelowHeads.TOO_FEW || (end >= 0 && wanted.get(end)))) {
            throw new InvalidTarget(text, Reason.NOT_RELATED, List.of(lower)).exception();
        }
        if (IntStream.of(lowerEnds).anyMatch(end -> end == BelowHeads.TOO_FEW)) {
            lowerEnds = belowUpperEnd(lowerEnds[0], upperEnds);
        }
        if (lowerEnds.length > 0) {
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
        UpgradePlanner planner = new UpgradePlanner(graph, true);
        if (Target.parse(upper, graph.names()) instanceof Target.Relative relative
                && relative.start() == null
                && relative.steps() > 0) {
            int[] start = relative.branch() == null ? oneLowerEnd() : lowerEnds();
            return planner.targets(
                    graph.ids(IntStream.of(start).filter(end -> end >= 0).toArray()), upper);
        }
        return planner.targets(List.of(), upper);
    }

    private int[] oneLowerEnd() {
        int[] ends = absoluteLowerEnds();
        if (ends.length > 1 && !lower.equals(CURRENT)) {
            throw new SeveralHeads(lower, graph.ids(ends)).exception();
        }
        return ends;
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

    private int[] lowerEnds() {
        Target.Relative belowHeads = BelowHeads.parse(graph, lower);
        return belowHeads == null ? absoluteLowerEnds() : BelowHeads.of(graph, labels, belowHeads);
    }

    /** The lower end if heads have too few revisions: if the first has, an upper end that was named counts instead. */
    private int[] belowUpperEnd(int firstEnd, int... upperEnds) {
        Target.Relative steps = Objects.requireNonNull(BelowHeads.parse(graph, lower));
        if (firstEnd == BelowHeads.TOO_FEW && upperEnds.length > 1) {
            throw new SeveralHeads(upper, graph.ids(upperEnds)).exception();
        }
        if (firstEnd != BelowHeads.TOO_FEW || upperEnds.length == 0 || upper.equals("heads") || upper.contains("@")) {
            BelowHeads.refuse(graph, labels, steps);
        }
        int end = new Walk(graph, resolver, false).downAtMost(upperEnds[0], -steps.steps(), lower);
        return end == Structure.NOTHING ? new int[0] : new int[] {end};
    }
}
