package org.limbeck.spring;

import java.util.List;
import org.limbeck.problem.Hint;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.report.Paint;
import org.limbeck.report.ProblemText;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why an application didn't start in the problem's own words. */
class LimbeckFailureAnalyzer extends AbstractFailureAnalyzer<LimbeckException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LimbeckException cause) {
        Problem problem = cause.problem().spelling(ApplicationSettings::asProperty);
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

    private static String action(Problem problem) {
        StringBuilder action = new StringBuilder();
        for (Hint hint : problem.hints()) {
            action.append(hint.purpose());
            action.append(hint.command().isEmpty() ? "\n" : ":\n    " + hint.command() + "\n");
        }
        return action.append("to read about it:\n    limbeck explain ")
                .append(problem.code().id())
                .toString();
    }
}
