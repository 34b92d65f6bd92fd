package org.limbeck.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.Sighting;

/**
 * A plan with what it would do to a database, now.
 *
 * @param database what to call it, for people
 * @param plan what would run
 * @param steps its steps with their effects
 * @param rewritings the statements that others stand for, so that reads and writes go on
 * @param sightings what goes on in the database besides
 * @param interruption how far a run came that was interrupted, or is at work; null where there is none
 * @param goesOn whether the plan goes on behind what that run did; otherwise it would be refused
 * @param rate how fast the server reads; null where nothing is large, or it couldn't be measured
 */
public record AssessedPlan(
        String database,
        Plan plan,
        List<AssessedStep> steps,
        List<OnlinePlan.Rewriting> rewritings,
        List<Sighting> sightings,
        @Nullable Interruption interruption,
        boolean goesOn,
        @Nullable ReadRate rate) {

    public AssessedPlan {
        steps = List.copyOf(steps);
        rewritings = List.copyOf(rewritings);
        sightings = List.copyOf(sightings);
    }
}
