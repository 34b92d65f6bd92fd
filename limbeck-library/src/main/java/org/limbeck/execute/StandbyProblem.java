package org.limbeck.execute;

import java.time.Duration;
import org.limbeck.plan.Step;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Says that work ended because a standby could not follow. */
final class StandbyProblem {

    private StandbyProblem() {}

    static Problem of(String sentence, StandbyLag lag, Duration limit, Step step) {
        String command = "limbeck " + step.kind().word();
        return Problem.of(ProblemCode.STANDBY_BEHIND, sentence)
                .evidence(lag.describe() + ", and may be " + BlockedNotice.spoken(limit))
                .hint("to go on when it has caught up", command)
                .hint(
                        "to let it fall farther behind",
                        command + " --max-lag "
                                + BlockedNotice.spoken(limit.multipliedBy(10)).replace(" ", ""));
    }
}
