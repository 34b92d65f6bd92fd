package org.limbeck.execute;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.Author;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Runs a plan on a session that holds the lock.
 *
 * @param connector for a second connection, which looks at what the first one waits for
 * @param oneTransaction whether the whole run is one transaction; otherwise each step is one
 */
public record Executor(
        Session session,
        DatabaseConnector connector,
        Author author,
        boolean oneTransaction,
        RunLimits limits,
        RunListener listener) {

    /**
     * Runs all steps. After a failure the database stands at the last step that was finished.
     *
     * @throws org.limbeck.problem.LimbeckException with the failing statement and the state of the database
     */
    public void run(Plan plan) throws SQLException {
        Set<String> committed = new LinkedHashSet<>(plan.rows());
        Unfinished unfinished = Unfinished.find(session).orElse(null);
        if (unfinished != null) {
            unfinished.refuseUnlessContinuedBy(plan, oneTransaction, session, committed);
        }
        if (oneTransaction) {
            refuseSeparateStatements(plan);
        }
        try (Monitor monitor = new Monitor(connector)) {
            LockPatience patience = new LockPatience(session, monitor, limits, listener);
            if (oneTransaction) {
                inOneTransaction(plan, patience, committed);
            } else {
                stepByStep(plan, unfinished, patience, committed);
            }
        }
    }

    private void stepByStep(Plan plan, @Nullable Unfinished unfinished, LockPatience patience, Set<String> before) {
        Set<String> committed = before;
        int total = plan.steps().size();
        for (int number = 1; number <= total; number++) {
            Step step = plan.steps().get(number - 1);
            listener.started(step, number, total);
            long begin = System.nanoTime();
            StepRun run = new StepRun(session, author, step, committed);
            boolean begun = unfinished != null && unfinished.isContinuedBy(step);
            telling(() -> step, () -> {
                if (step.transactional() && !begun) {
                    patience.of(step, 0, step.operations().size()).run(limits -> run.inOneTransaction(limits, true));
                } else {
                    run.inSeveralTransactions(patience);
                }
            });
            committed = step.graphStep().change().applyTo(committed);
            listener.finished(step, number, total, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    /** What was done is told at the end: until then it may have to be done again. */
    private void inOneTransaction(Plan plan, LockPatience patience, Set<String> committed) {
        int total = plan.steps().size();
        List<Duration> durations = new ArrayList<>();
        telling(
                () -> plan.steps().get(Math.min(durations.size(), total - 1)),
                () -> patience.of(plan).run(limits -> {
                    durations.clear();
                    for (int number = 1; number <= total; number++) {
                        Step step = plan.steps().get(number - 1);
                        listener.started(step, number, total);
                        long begin = System.nanoTime();
                        new StepRun(session, author, step, committed).inOneTransaction(limits, number == total);
                        durations.add(Duration.ofNanos(System.nanoTime() - begin));
                    }
                }));
        for (int number = 1; number <= total; number++) {
            listener.finished(plan.steps().get(number - 1), number, total, durations.get(number - 1));
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    /** Tells the listener of which step the work failed. */
    private void telling(Supplier<Step> step, Work work) {
        try {
            work.run();
        } catch (LimbeckException failure) {
            listener.failed(step.get(), failure);
            throw failure;
        } catch (SQLException failure) {
            // Between statements nobody can say which of them the server still knows of.
            LimbeckException problem = ConnectionProblem.using(
                    session.database(),
                    "go on with " + step.get().revision(),
                    "What was committed before stays and is recorded; the next run goes on behind it.",
                    failure);
            listener.failed(step.get(), problem);
            throw problem;
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
