package org.limbeck;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.BatchProgress;
import org.limbeck.execute.Blocker;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;

/**
 * Logs a run: what is done as {@code INFO}, whom it waits for as {@code WARNING}.
 *
 * @param logger the platform's, which logging libraries take over
 */
public record RunLog(Logger logger) implements RunListener {

    /** The name of the logger. */
    public static final String NAME = "org.limbeck";

    /** One that logs as {@link #NAME}. */
    public static RunLog ofLimbeck() {
        return new RunLog(System.getLogger(NAME));
    }

    @Override
    public void planned(Plan plan) {
        int steps = plan.steps().size();
        info(plan.kind().word() + " from " + rows(plan.rows()) + " to " + rows(plan.rowsAfter()) + ", " + steps
                + (steps == 1 ? " revision" : " revisions"));
    }

    @Override
    public void recorded(List<String> revisions) {
        warn("no file has " + String.join(", ", revisions) + " any more; the history says what undoes them");
    }

    @Override
    public void waiting(String holder) {
        info("waiting for another run: " + holder);
    }

    @Override
    public void blocked(LockWait wait) {
        warn("waiting for a lock" + (wait.table() == null ? "" : " on " + wait.table()) + ", which is held by "
                + String.join(
                        "; ", wait.blockers().stream().map(Blocker::describe).toList()));
    }

    @Override
    public void progressed(BatchProgress progress) {
        info(progress.table() + ": " + progress.rows() + " rows"
                + (progress.estimate() == 0 ? "" : " of about " + progress.estimate()));
    }

    @Override
    public void finished(Step step, int number, int total, Duration duration) {
        info(step.kind().word() + " " + number + "/" + total + ": " + step.revision() + " " + step.message() + ", "
                + duration.toMillis() + " ms");
    }

    private static String rows(Set<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    private void info(String text) {
        logger.log(Level.INFO, text);
    }

    private void warn(String text) {
        logger.log(Level.WARNING, text);
    }
}
