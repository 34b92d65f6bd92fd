package org.limbeck.plan;

import org.jspecify.annotations.Nullable;

/**
 * How far a run came that was interrupted in a step that takes several transactions.
 *
 * @param direction upgrade or downgrade
 * @param operations the text of all operations of the step
 * @param operationsDone how many of them are committed
 * @param inFlight the statement behind those that was sent and may have had any effect; empty where an older Limbeck didn't
 *     record it, null for none
 * @param rowsDone how many rows were looked at, where that statement changes rows in batches; null otherwise
 * @param failure why it was not finished; null where nobody could say
 */
public record Interruption(
        String revision,
        String direction,
        String operations,
        int operationsDone,
        @Nullable String inFlight,
        @Nullable Long rowsDone,
        @Nullable String failure) {

    /** What goes on with a step that was begun. */
    public static String command(String direction, String revision) {
        return "limbeck " + direction + " " + revision + (direction.equals(StepKind.DOWNGRADE.word()) ? "-1" : "");
    }

    /** What goes on with it. */
    public String command() {
        return command(direction, revision);
    }

    /** Whether it was this revision, in this direction. */
    public boolean isOf(Step step) {
        return step.revision().equals(revision) && step.kind().word().equals(direction);
    }

    /** Whether the step goes on behind what was done; there it may have been corrected. */
    public boolean isContinuedBy(Step step) {
        return isOf(step) && isBeginningOf(step) && settlesWhatWasSent(step);
    }

    /** Whether the step begins with what was done. */
    public boolean isBeginningOf(Step step) {
        if (step.operations().size() < operationsDone) {
            return false;
        }
        String done = step.sql(operationsDone);
        return done.isEmpty() || operations.equals(done) || operations.startsWith(done + "\n");
    }

    /** Whether something was sent by itself behind what was done. */
    boolean sentSomething() {
        return inFlight != null && !inFlight.isEmpty();
    }

    /** What a statement left that was sent by itself is cleared away by one that is sent so in its place. */
    private boolean settlesWhatWasSent(Step step) {
        return !sentSomething()
                || (operationsDone < step.operations().size()
                        && !step.operations().get(operationsDone).transactional());
    }
}
