package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.AmbiguousRows;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.OverlappingRevisions.Given;
import org.limbeck.graph.GraphProblem.TooFewRevisions;

/** Plans the way up. */
final class UpgradePlanner {

    private final Structure graph;
    private final Resolver resolver;
    private final Walk walk;

    UpgradePlanner(Structure graph) {
        this(graph, false);
    }

    /** A planner whose targets may go beyond the top, for ranges of history. */
    UpgradePlanner(Structure graph, boolean stopsAtTheTop) {
        this.graph = graph;
        this.resolver = new Resolver(graph);
        this.walk = new Walk(graph, resolver, stopsAtTheTop);
    }

    GraphPlan plan(Collection<String> rows, Collection<String> targets) {
        int[] wanted = wanted(rows, targets);
        BitSet needed = Overlap.check(graph, graph.standsOn(), Given.TARGETS, wanted);
        int[] current = graph.rows(rows);
        BitSet applied = Overlap.check(graph, graph.standsOn(), Given.ROWS, current);
        needed.andNot(applied);
        if (needed.isEmpty()) {
            return new GraphPlan(List.copyOf(rows), List.of());
        }
        int[] order = HistoryOrder.of(graph, needed, wanted);
        RowTracker tracker = new RowTracker(graph, Structure.set(current), applied);
        List<GraphStep> steps = new ArrayList<>(order.length);
        for (int index = order.length - 1; index >= 0; index--) {
            steps.add(tracker.up(order[index]));
        }
        return new GraphPlan(List.copyOf(rows), steps);
    }

    private int[] wanted(Collection<String> rows, Collection<String> targets) {
        Set<Integer> distinct = new LinkedHashSet<>();
        for (String target : targets) {
            for (int revision : targets(rows, target)) {
                distinct.add(revision);
            }
        }
        int[] wanted = new int[distinct.size()];
        int count = 0;
        for (int revision : distinct) {
            wanted[count++] = revision;
        }
        return wanted;
    }

    /** The revisions of a target, given the rows. */
    int[] targets(Collection<String> rows, String text) {
        if (text.indexOf(':') >= 0) {
            throw new InvalidTarget(text, InvalidTarget.Reason.RANGE_NOT_ALLOWED, List.of()).exception();
        }
        if (Target.parse(text, graph.names()) instanceof Target.Relative relative) {
            return new int[] {relative(rows, relative)};
        }
        return resolver.all(text);
    }

    private int relative(Collection<String> rows, Target.Relative target) {
        String start = target.start();
        if (start == null) {
            if (target.steps() <= 0) {
                throw new TooFewRevisions(target.text(), target.steps(), 0).exception();
            }
            return walk.up(start(rows, target), target.steps(), target.branch(), target.text());
        }
        if (target.steps() > 0) {
            return walk.up(resolver.one(start), target.steps(), target.branch(), target.text());
        }
        String branch = target.branch();
        int from = resolver.one(branch == null ? start : branch + "@" + start);
        int end = walk.down(from, -target.steps(), target.text());
        if (end == Structure.NOTHING) {
            throw new TooFewRevisions(target.text(), target.steps(), -target.steps() - 1).exception();
        }
        return end;
    }

    /** Where steps start that count from the rows. */
    private int start(Collection<String> rows, Target.Relative target) {
        String branch = target.branch();
        List<String> distinct = rows.stream().distinct().toList();
        if (branch == null && distinct.size() > 1) {
            throw new AmbiguousRows(target.text(), distinct).exception();
        }
        int[] current = graph.rows(distinct);
        int[] starts = branch == null ? current : startsOn(branch, current);
        if (starts.length > 1) {
            throw new AmbiguousRows(target.text(), graph.ids(starts)).exception();
        }
        return starts.length == 0 ? Structure.NOTHING : starts[0];
    }

    private int[] startsOn(String branch, int... current) {
        int[] rowsOnBranch = resolver.within(current, branch);
        return rowsOnBranch.length > 0 ? rowsOnBranch : tipsOn(branch, current);
    }

    /** The uppermost applied revisions of a branch that has no row of its own, since other branches stand on it. */
    private int[] tipsOn(@Nullable String branch, int... current) {
        BitSet applied = Closure.of(Structure.set(current), graph.standsOn());
        int[] onBranch = resolver.within(applied.stream().toArray(), branch);
        BitSet below = new BitSet();
        for (int revision : onBranch) {
            for (int next : graph.standsOn()[revision]) {
                below.set(next);
            }
        }
        return IntStream.of(onBranch).filter(revision -> !below.get(revision)).toArray();
    }
}
