package org.limbeck.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.execute.BatchProgress;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.StandbyLag;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.report.Paint;

/** Prints what a run does: a line about the whole, then a line for each revision. */
final class Progress implements RunListener, AutoCloseable {

    private static final int WIDEST_MESSAGE = 60;

    private final PrintStream err;
    private final Paint paint;
    private final ConfiguredDatabase database;
    private final boolean talks;
    private final boolean live;
    private int idWidth;
    private int messageWidth;
    private @Nullable LiveLine line;
    private @Nullable InterruptNotice interrupt;

    Progress(PrintStream err, Paint paint, ConfiguredDatabase database, boolean talks, boolean terminal) {
        this.err = err;
        this.paint = paint;
        this.database = database;
        this.talks = talks;
        this.live = talks && terminal;
    }

    @Override
    public void waiting(String holder) {
        say("waiting for another run on " + database.displayName() + ": " + holder);
    }

    @Override
    public void recorded(List<String> revisions) {
        say("no file has " + String.join(", ", revisions) + " any more; the history says what undoes "
                + (revisions.size() == 1 ? "it" : "them"));
    }

    @Override
    public void takingOver(String tool, String table, int revisions) {
        say(database.displayName() + " was managed by " + tool + ": " + table + " says that "
                + (revisions == 1 ? "1 revision is" : revisions + " revisions are") + " applied");
    }

    @Override
    public void planned(Plan plan) {
        for (Step step : plan.steps()) {
            idWidth = Math.max(idWidth, step.revision().length());
            messageWidth = Math.max(
                    messageWidth, Math.min(WIDEST_MESSAGE, step.message().length()));
        }
        say(doing(plan.kind()) + " " + database.displayName() + " from " + Standing.rows(plan.rows()) + " to "
                + Standing.rows(plan.rowsAfter()));
        if (interrupt != null) {
            // What was taken over has been stamped; the run itself follows.
            endLine();
            interrupt.withdraw();
        }
        interrupt = InterruptNotice.register(err, database);
    }

    @Override
    public void blocked(LockWait wait) {
        boolean one = wait.blockers().size() == 1;
        say("  waiting for " + (wait.table() == null ? "a lock" : "a lock on " + wait.table())
                + (one ? ", which is held by " + wait.blockers().get(0).describe() : ", which others hold:"));
        if (!one) {
            wait.blockers().forEach(blocker -> say("    " + blocker.describe()));
        }
    }

    @Override
    public void lagging(StandbyLag lag) {
        say("    waiting, since " + lag.describe());
    }

    @Override
    public void progressed(BatchProgress progress) {
        String of =
                progress.estimate() == 0 ? "" : " of about " + String.format(Locale.ROOT, "%,d", progress.estimate());
        String left = progress.left().isZero() ? "" : ", " + Durations.text(progress.left()) + " left";
        say(String.format(
                        Locale.ROOT,
                        "    %s: %,d%s rows, %,d a second",
                        progress.table(),
                        progress.rows(),
                        of,
                        progress.rate())
                + left);
    }

    @Override
    public void started(Step step, int number, int total) {
        endLine();
        if (live) {
            line = LiveLine.start(err, text(step));
        }
    }

    @Override
    public void finished(Step step, int number, int total, Duration duration) {
        endLine();
        say(text(step) + "   " + paint.aside(Durations.text(duration)));
    }

    /** Ends what is still open after the last step, or after one that failed. */
    @Override
    public void close() {
        endLine();
        if (interrupt != null) {
            interrupt.withdraw();
        }
    }

    /** All is said. */
    void ended() {
        if (interrupt != null) {
            interrupt.ended();
        }
    }

    private void endLine() {
        if (line != null) {
            line.end();
            line = null;
        }
    }

    private static String doing(StepKind kind) {
        return switch (kind) {
            case UPGRADE -> "upgrading";
            case DOWNGRADE -> "downgrading";
            case STAMP -> "stamping";
        };
    }

    private String text(Step step) {
        String id = step.revision() + " ".repeat(idWidth - step.revision().length());
        int missing = messageWidth - step.message().length();
        return "  " + sign(step) + " " + id + "  " + step.message() + " ".repeat(Math.max(0, missing));
    }

    private String sign(Step step) {
        return switch (step.kind()) {
            case UPGRADE -> paint.success("+");
            case DOWNGRADE -> paint.removal("-");
            case STAMP -> step.graphStep().change().added().isEmpty() ? paint.removal("-") : "=";
        };
    }

    private void say(String text) {
        if (talks) {
            err.println(text);
            err.flush();
        }
    }
}
