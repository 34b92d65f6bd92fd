package org.limbeck.graph;

/** The one exception of this package; what it has to say is its {@link #problem()}. */
public final class GraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphProblem problem;

    GraphException(GraphProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public GraphProblem problem() {
        return problem;
    }
}
