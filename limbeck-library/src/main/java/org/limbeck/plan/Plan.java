package org.limbeck.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All steps from the present rows of the version table to a target.
 *
 * @param rows the rows that it starts from
 * @param steps in their order; none if there is nothing to do
 */
public record Plan(Set<String> rows, List<Step> steps) {

    public Plan {
        rows = new LinkedHashSet<>(rows);
        steps = List.copyOf(steps);
    }

    /** What happens to the revisions, if there are any. Where a database is taken over on the way, that is stamped first. */
    public StepKind kind() {
        return steps.get(steps.size() - 1).kind();
    }

    /** This and what follows from where it ends. */
    public Plan and(Plan following) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(following.steps());
        return new Plan(rows, all);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The rows when all steps are done. */
    public Set<String> rowsAfter() {
        Set<String> after = new LinkedHashSet<>(rows);
        for (Step step : steps) {
            apply(step, after);
        }
        return after;
    }

    static void apply(Step step, Collection<String> rows) {
        step.graphStep().change().removed().forEach(rows::remove);
        rows.addAll(step.graphStep().change().added());
    }
}
