package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.OverlappingRevisions;
import org.limbeck.graph.GraphProblem.OverlappingRevisions.Given;
import org.limbeck.graph.GraphProblem.TooFewRevisions;

/** Plans changes of the version table alone. */
final class StampPlanner {

    private final Structure graph;
    private final List<Set<String>> labels;
    private final Resolver resolver;

    StampPlanner(Structure graph, List<Set<String>> labels) {
        this.graph = graph;
        this.labels = labels;
        this.resolver = new Resolver(graph);
    }

    /** A stamp that starts with an empty table, whatever stands in it: the rows may be of revisions that don't exist. */
    GraphPlan purge(Collection<String> rows, Collection<String> targets) {
        List<GraphStep> steps = new ArrayList<>();
        for (String row : rows) {
            steps.add(step(Direction.DOWN, row, List.of(row), List.of(), List.of(row)));
        }
        steps.addAll(plan(List.of(), targets).steps());
        return new GraphPlan(List.copyOf(rows), steps);
    }

    GraphPlan plan(Collection<String> rows, Collection<String> targets) {
        int[] current = graph.rows(rows);
        int[] touched = targets.stream()
                .flatMapToInt(target -> IntStream.of(touched(current, target)))
                .distinct()
                .toArray();
        int[] destinations = targets.stream()
                .flatMapToInt(target -> IntStream.of(destinations(target)))
                .toArray();

        List<GraphStep> steps = new ArrayList<>();
        if (destinations.length == 0) {
            for (String row : graph.ids(touched)) {
                steps.add(step(Direction.DOWN, row, List.of(row), List.of(), List.of(row)));
            }
        }
        BitSet remaining = Structure.set(current);
        for (int destination : destinations) {
            if (IntStream.of(touched).noneMatch(row -> row == destination)) {
                steps.add(move(remaining, destination, touched));
            }
        }
        return new GraphPlan(List.copyOf(rows), steps);
    }

    /** Steps down are only looked at when the table is empty, and then start at the heads. */
    private int[] destinations(String target) {
        Target.Relative belowHeads = BelowHeads.parse(graph, target);
        if (belowHeads == null) {
            return resolver.all(target);
        }
        int[] ends = BelowHeads.of(graph, labels, belowHeads);
        if (IntStream.of(ends).anyMatch(end -> end == Structure.NOTHING)) {
            throw new TooFewRevisions(target, belowHeads.steps(), -belowHeads.steps() - 1).exception();
        }
        return IntStream.of(ends).filter(end -> end >= 0).toArray();
    }

    /** The rows on the lineage of a target, dependencies included; all rows for {@code base}. */
    private int[] touched(int[] rows, String target) {
        if (target.indexOf(':') >= 0) {
            throw new InvalidTarget(target, InvalidTarget.Reason.RANGE_NOT_ALLOWED, List.of()).exception();
        }
        if (rows.length == 0) {
            return rows;
        }
        int at = target.indexOf('@');
        BitSet lineage = new BitSet();
        int[] named = resolver.all(target);
        for (int revision : named) {
            lineage.or(graph.lineageWithDependencies(revision));
        }
        if (at > 0) {
            lineage.or(graph.lineageWithDependencies(resolver.named(target.substring(0, at))));
        } else if (named.length == 0) {
            return rows;
        }
        return IntStream.of(rows).filter(lineage::get).toArray();
    }

    private GraphStep move(BitSet remaining, int destination, int... touched) {
        BitSet rows = Structure.set(touched);
        boolean down = Closure.of(destination, graph.above()).intersects(rows);
        boolean up = Closure.of(destination, graph.standsOn()).intersects(rows);
        BitSet replaced = up || down ? rows : new BitSet();
        BitSet missing = (BitSet) replaced.clone();
        missing.andNot(remaining);
        // An earlier target may have taken the rows already. On the way up that is a second branch; down it is a
        // contradiction.
        if ((up && down) || remaining.get(destination) || (down && !missing.isEmpty())) {
            Given given = up && down ? Given.ROWS : Given.TARGETS;
            throw new OverlappingRevisions(graph.id(destination), graph.ids(touched), given).exception();
        }
        BitSet removed = missing.isEmpty() ? replaced : new BitSet();
        remaining.andNot(removed);
        remaining.set(destination);
        String id = graph.id(destination);
        return new GraphStep(
                down ? Direction.DOWN : Direction.UP,
                id,
                graph.ids(replaced),
                List.of(id),
                new RowChange(graph.ids(removed), List.of(id)));
    }

    private static GraphStep step(
            Direction direction, String revision, List<String> from, List<String> to, List<String> removed) {
        return new GraphStep(direction, revision, from, to, new RowChange(removed, to));
    }
}
