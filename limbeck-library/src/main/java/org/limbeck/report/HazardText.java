package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.plan.Hazard;
import org.limbeck.safety.StatementClass;
import org.limbeck.safety.Work;

/** Hazards of a run in words. */
public final class HazardText {

    private HazardText() {}

    /** What a run would do that nobody accepted. */
    public static String sentence(Hazard hazard, String database) {
        String revision = "revision " + hazard.revision();
        return hazard.effect().kind() == StatementClass.UNKNOWN
                ? "nobody can tell what a statement of " + revision + " does to the large tables of " + database
                : "a statement of " + revision + " would hold up writers of a large table in " + database;
    }

    /** Each hazard with its statement and what makes it one. */
    public static List<String> lines(List<Hazard> hazards) {
        List<String> lines = new ArrayList<>();
        for (Hazard hazard : hazards) {
            lines.add((hazard.place() == null ? hazard.revision() : hazard.place()) + "  " + hazard.code() + "  "
                    + hazard.effect().sql().strip().replaceAll("\\s+", " "));
            for (Work work : hazard.effect().work()) {
                if (work.blocking()) {
                    lines.add("  " + EffectWords.work(work, null) + ", and nobody can write meanwhile");
                }
            }
            hazard.effect().reasons().forEach(reason -> lines.add("  " + reason));
        }
        return lines;
    }
}
