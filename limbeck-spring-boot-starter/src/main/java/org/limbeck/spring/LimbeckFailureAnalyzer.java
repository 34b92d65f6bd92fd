package org.limbeck.spring;

import java.util.List;
import org.limbeck.problem.Hint;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.Paint;
import org.limbeck.report.ProblemText;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why an application didn't start in the problem's own words. */
class LimbeckFailureAnalyzer extends AbstractFailureAnalyzer<LimbeckException> {

    private static final String CONFIG = "limbeck config";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LimbeckException cause) {
        Problem problem = cause.problem();
        Problem withoutHints = new Problem(
                problem.code(),
                problem.sentence(),
                problem.place(),
                problem.evidence(),
                problem.databaseState(),
                List.of());
        return new FailureAnalysis(
                new ProblemText(Paint.NONE).of(withoutHints).stripTrailing(), action(problem), cause);
    }

    /** Where an application says what {@code limbeck config} would show. */
    private static Hint setting(ProblemCode code) {
        return switch (code) {
            case DATABASE_UNREACHABLE ->
                new Hint("is the server running, and are host and port right? They stand in", "spring.datasource.url");
            case UNKNOWN_DATABASE -> new Hint("its name stands in", "spring.datasource.url");
            case AUTHENTICATION_FAILED ->
                new Hint("they stand in", "spring.datasource.username, spring.datasource.password");
            default -> new Hint("to say where the migrations are", "limbeck.migrations=classpath:db/migration");
        };
    }

    private static String action(Problem problem) {
        StringBuilder action = new StringBuilder();
        for (Hint told : problem.hints()) {
            Hint hint = told.command().equals(CONFIG)
                    ? setting(problem.code())
                    : new Hint(told.purpose(), ApplicationSettings.asProperty(told.command()));
            action.append(hint.purpose());
            action.append(hint.command().isEmpty() ? "\n" : ":\n    " + hint.command() + "\n");
        }
        return action.append("to read about it:\n    limbeck explain ")
                .append(problem.code().id())
                .toString();
    }
}
