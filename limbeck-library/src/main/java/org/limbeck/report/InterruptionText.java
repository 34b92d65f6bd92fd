package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.Interruption;

/** A run that was interrupted, for people. */
public final class InterruptionText {

    private InterruptionText() {}

    /** How far a run came that was interrupted, or is at work; no lines where there is none. */
    public static List<String> lines(AssessedPlan plan) {
        Interruption interruption = plan.interruption();
        if (interruption == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("the " + interruption.direction() + " of " + interruption.revision()
                + " was begun and not finished, with "
                + interruption.operationsDone() + " of its operations done; "
                + (plan.goesOn() ? "this run goes on behind them" : "this run would not go on with it"));
        lines.addAll(details(interruption.failure(), interruption.rowsDone(), interruption.inFlight()));
        return lines;
    }

    /**
     * Why it was not finished, and what may have had any effect.
     *
     * @param failure null where nobody could say
     * @param rowsDone null where nothing changes rows in batches
     * @param inFlight what was sent and not recorded; null for nothing
     */
    public static List<String> details(@Nullable String failure, @Nullable Long rowsDone, @Nullable String inFlight) {
        List<String> lines = new ArrayList<>();
        if (failure != null) {
            lines.add("  " + failure);
        }
        if (inFlight != null && !inFlight.isEmpty()) {
            lines.add("  "
                    + (rowsDone == null
                            ? "it was sent and may have had any effect: "
                            : String.format(Locale.ROOT, "%,d rows are done of: ", rowsDone))
                    + inFlight);
        }
        return lines;
    }
}
