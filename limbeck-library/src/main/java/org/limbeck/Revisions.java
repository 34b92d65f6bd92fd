package org.limbeck;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.limbeck.graph.Direction;
import org.limbeck.graph.GraphException;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.GraphStep;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RowChange;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.GraphProblems;
import org.limbeck.report.RevisionLine;
import org.limbeck.script.Script;
import org.limbeck.script.Scripts;

/** The migrations that were found, and the graph that they make. */
public record Revisions(Scripts scripts, RevisionGraph graph) {

    /**
     * Makes the graph.
     *
     * @throws org.limbeck.problem.LimbeckException where the migrations make none: a cycle, a missing parent, two files
     *     with one identifier
     */
    static Revisions of(Scripts scripts) {
        Scripts unique = scripts.requireUnique();
        try {
            return new Revisions(unique, RevisionGraph.of(unique.nodes()));
        } catch (GraphException exception) {
            throw new GraphProblems(unique, null, "upgrade").of(exception);
        }
    }

    /** Asks the graph; what is wrong with the question comes back in words that name files and commands. */
    <T> T ask(String verb, Supplier<T> question) {
        try {
            return question.get();
        } catch (GraphException exception) {
            throw new GraphProblems(scripts, graph, verb).of(exception);
        }
    }

    /** Upgrades of revisions by themselves, which change no rows: what they say, and what they stand on. */
    GraphPlan alone(Collection<String> ids) {
        List<GraphStep> steps = new ArrayList<>();
        for (String id : ids) {
            RowChange none = new RowChange(List.of(), List.of());
            steps.add(new GraphStep(Direction.UP, id, graph.standsOn(id), List.of(id), none));
        }
        return new GraphPlan(List.of(), steps);
    }

    /** Refuses to go on without a single migration. */
    Revisions requireSome(String locations) {
        if (scripts.all().isEmpty()) {
            throw Problem.of(ProblemCode.NO_MIGRATIONS, "there are no migrations in " + locations)
                    .databaseState("Nothing was changed.")
                    .hint("to write the first one", "limbeck revision -m \"create tables\"")
                    .hint("to see where they are looked for, and why there", "limbeck config")
                    .exception();
        }
        return this;
    }

    /**
     * What there is to show of some revisions.
     *
     * @param rows the rows of the version table; none where no database was asked
     */
    List<RevisionLine> lines(Collection<String> ids, Collection<String> rows) {
        Set<String> known = new HashSet<>();
        for (String row : rows) {
            if (graph.contains(row)) {
                known.add(row);
            }
        }
        Set<String> applied = known.isEmpty() ? Set.of() : graph.applied(known);
        Set<String> effectiveHeads = new HashSet<>(graph.effectiveHeads());
        List<RevisionLine> lines = new ArrayList<>();
        for (String id : ids) {
            Script script = scripts.find(id).orElseThrow();
            lines.add(RevisionLine.of(script, graph, effectiveHeads, applied, known));
        }
        return lines;
    }
}
