package org.limbeck.report;

import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphException;
import org.limbeck.graph.GraphProblem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.script.Scripts;

/**
 * Puts the problems of the graph, which are data, into words with files and commands.
 *
 * @param scripts the files behind the revisions
 * @param graph the graph; null while it could not be made
 * @param verb the command that asked, for the commands to paste
 */
public record GraphProblems(Scripts scripts, @Nullable RevisionGraph graph, String verb) {

    public LimbeckException of(GraphException exception) {
        return problem(exception.problem()).exception(exception);
    }

    private Problem problem(GraphProblem problem) {
        GraphWords words = new GraphWords(scripts, verb);
        return new LoadProblems(words).of(problem).orElseGet(() -> new TargetProblems(words, graph).of(problem));
    }
}
