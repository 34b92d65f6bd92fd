package org.limbeck.execute;

import java.time.Duration;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Waits on the side of the client, where it hinders nobody. */
final class Pause {

    private Pause() {}

    /** @throws org.limbeck.problem.LimbeckException where the thread is interrupted */
    static void of(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw Problem.of(ProblemCode.INTERRUPTED, "the run was interrupted while it waited for others")
                    .databaseState("No transaction was open; what was committed before stays.")
                    .hint("to see where things stand", "limbeck status")
                    .exception(exception);
        }
    }
}
