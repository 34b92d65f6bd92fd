package org.limbeck.problem;

import org.jspecify.annotations.Nullable;

/** The one exception that leaves the library; what it has to say is its {@link #problem()}. */
public final class LimbeckException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    LimbeckException(Problem problem, @Nullable Throwable cause) {
        super(problem.code().id() + ": " + problem.sentence(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
