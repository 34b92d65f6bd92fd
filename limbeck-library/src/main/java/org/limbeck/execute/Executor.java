package org.limbeck.execute;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.limbeck.plan.Author;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Runs a plan on a session that holds the lock.
 *
 * @param oneTransaction whether the whole run is one transaction; otherwise each step is one
 */
public record Executor(Session session, Author author, boolean oneTransaction, RunListener listener) {

    /**
     * Runs all steps. After a failure the database stands at the last step that was finished.
     *
     * @throws org.limbeck.problem.LimbeckException with the failing statement and the state of the database
     */
    public void run(Plan plan) throws SQLException {
        if (oneTransaction) {
            refuseSeparateStatements(plan);
        }
        Set<String> committed = new LinkedHashSet<>(plan.rows());
        Optional<Unfinished> unfinished = Unfinished.find(session);
        if (unfinished.isPresent()) {
            unfinished.get().refuseUnlessContinuedBy(plan, session, committed);
        }
        int total = plan.steps().size();
        for (int number = 1; number <= total; number++) {
            Step step = plan.steps().get(number - 1);
            listener.started(step, number, total);
            long begin = System.nanoTime();
            StepRun run = new StepRun(session, author, step, committed);
            if (step.transactional()) {
                run.inOneTransaction(!oneTransaction || number == total);
            } else {
                run.inSeveralTransactions();
            }
            if (!oneTransaction) {
                committed = step.graphStep().change().applyTo(committed);
            }
            listener.finished(step, number, total, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private void refuseSeparateStatements(Plan plan) {
        for (Step step : plan.steps()) {
            step.operations().stream()
                    .filter(operation -> !operation.transactional())
                    .findFirst()
                    .ifPresent(operation -> {
                        throw Problem.of(
                                        ProblemCode.INVALID_OPERATION,
                                        "revision " + step.revision()
                                                + " cannot be part of one transaction for the whole run: "
                                                + operation
                                                        .recorded()
                                                        .operation()
                                                        .describe())
                                .at(operation.recorded().place())
                                .databaseState("Nothing was changed: " + session.database() + " is still "
                                        + Where.at(plan.rows()) + ".")
                                .hint(
                                        "to run each revision in its own transaction",
                                        "limbeck upgrade --transaction revision")
                                .exception();
                    });
        }
    }
}
