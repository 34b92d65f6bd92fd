package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.AmbiguousRows;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.InvalidTarget.Reason;
import org.limbeck.graph.GraphProblem.TooFewRevisions;

/** Plans the way down. */
final class DowngradePlanner {

    private final Structure graph;
    private final Resolver resolver;
    private final Walk walk;

    DowngradePlanner(Structure graph) {
        this.graph = graph;
        this.resolver = new Resolver(graph);
        this.walk = new Walk(graph, resolver, false);
    }

    /**
     * Where to go down to.
     *
     * @param revision the revision that stays, or {@link Structure#NOTHING}
     * @param branch what is to be undone if the target has several branches; null for all
     */
    private record Destination(int revision, @Nullable String branch) {}

    GraphPlan plan(Collection<String> rows, String target) {
        Destination destination = destination(List.copyOf(rows), target);
        BitSet undone = Closure.of(Structure.set(roots(destination, target)), graph.dependents());
        int[] current = graph.rows(rows);
        BitSet applied = Closure.of(Structure.set(current), graph.standsOn());
        undone.and(applied);
        if (undone.isEmpty()
                && destination.revision() != Structure.NOTHING
                && IntStream.of(current).noneMatch(row -> row == destination.revision())) {
            throw new InvalidTarget(target, Reason.NOT_APPLIED, List.copyOf(rows)).exception();
        }
        RowTracker tracker = new RowTracker(graph, Structure.set(current), applied);
        List<GraphStep> steps = new ArrayList<>(undone.cardinality());
        for (int revision : HistoryOrder.of(graph, undone, current)) {
            steps.add(tracker.down(revision));
        }
        return new GraphPlan(List.copyOf(rows), steps);
    }

    /** The lowest revisions to undo. */
    private int[] roots(Destination destination, String target) {
        int[] roots =
                destination.revision() == Structure.NOTHING ? graph.bases() : graph.children()[destination.revision()];
        String branch = destination.branch();
        if (branch == null || roots.length < 2) {
            return roots;
        }
        BitSet ancestors = Closure.of(resolver.named(branch), graph.parents());
        int[] onBranch = IntStream.of(roots).filter(ancestors::get).toArray();
        if (onBranch.length == 0) {
            throw new InvalidTarget(target, Reason.NOTHING_ON_BRANCH, List.of(branch)).exception();
        }
        return onBranch;
    }

    private Destination destination(List<String> rows, String text) {
        if (text.indexOf(':') >= 0) {
            throw new InvalidTarget(text, Reason.RANGE_NOT_ALLOWED, List.of()).exception();
        }
        if (Target.parse(text, graph.names()) instanceof Target.Relative relative) {
            return relative(rows, relative);
        }
        int at = text.lastIndexOf('@');
        return new Destination(resolver.one(text.substring(at + 1)), at <= 0 ? null : text.substring(0, at));
    }

    private Destination relative(List<String> rows, Target.Relative target) {
        String start = target.start();
        String branch = target.branch();
        int steps = target.steps();
        if (steps >= 0) {
            if (start == null) {
                throw new TooFewRevisions(target.text(), steps, 0).exception();
            }
            return new Destination(walk.up(resolver.one(start), steps, branch, target.text()), branch);
        }
        if (start != null) {
            int from = resolver.one(branch == null ? start : branch + "@" + start);
            return new Destination(walk.down(from, -steps, target.text()), branch);
        }
        if (branch != null) {
            int from = onlyTipOn(branch, rows, target.text());
            return new Destination(walk.down(from, -steps, target.text()), branch);
        }
        if (rows.isEmpty()) {
            throw new TooFewRevisions(target.text(), steps, 0).exception();
        }
        // With several rows the first one counts, and nothing but its own branch is undone.
        String first = rows.get(0);
        return new Destination(walk.down(graph.row(first), -steps, target.text()), first);
    }

    /** The row on a branch; if there is none, the uppermost revision of the branch that the rows imply. */
    private int onlyTipOn(String branch, List<String> rows, String text) {
        int[] current = graph.rows(rows);
        int[] tips = resolver.within(current, branch);
        if (tips.length == 0) {
            BitSet applied = Closure.of(Structure.set(current), graph.standsOn());
            int[] uppermost = applied.stream()
                    .filter(revision -> IntStream.of(graph.children()[revision]).noneMatch(applied::get))
                    .toArray();
            tips = resolver.within(uppermost, branch);
        }
        if (tips.length == 0) {
            throw new InvalidTarget(text, Reason.BRANCH_NOT_APPLIED, rows).exception();
        }
        if (tips.length > 1) {
            throw new AmbiguousRows(text, graph.ids(tips)).exception();
        }
        return tips[0];
    }
}
