package org.limbeck.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps from the rows of a version table to a target.
 *
 * @param rows the rows that the plan starts from, in the order they were given
 * @param steps what to do, in order; none if there is nothing to do
 */
public record GraphPlan(List<String> rows, List<GraphStep> steps) {

    public GraphPlan {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The revisions of the steps, in order. */
    public List<String> revisions() {
        return steps.stream().map(GraphStep::revision).toList();
    }

    /** The rows when all steps are done. */
    public Set<String> rowsAfter() {
        return rowsAfter(steps.size());
    }

    /** The rows when the first {@code count} steps are done. */
    public Set<String> rowsAfter(int count) {
        Set<String> after = new LinkedHashSet<>(rows);
        for (GraphStep step : steps.subList(0, count)) {
            step.change().removed().forEach(after::remove);
            after.addAll(step.change().added());
        }
        return after;
    }

    /** The rows after every single step. Its size is the product of steps and rows: for displays and tests. */
    public List<Set<String>> rowsAfterEachStep() {
        List<Set<String>> all = new ArrayList<>();
        Set<String> now = new LinkedHashSet<>(rows);
        for (GraphStep step : steps) {
            now = step.change().applyTo(now);
            all.add(now);
        }
        return all;
    }
}
