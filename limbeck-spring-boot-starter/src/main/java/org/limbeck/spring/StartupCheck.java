package org.limbeck.spring;

import java.lang.System.Logger.Level;
import java.util.List;
import org.limbeck.Comparison;
import org.limbeck.Limbeck;
import org.limbeck.RunLog;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.DifferenceText;
import org.limbeck.report.Paint;
import org.limbeck.report.ProblemText;

/** Compares the database with what it should be like, as {@code limbeck check} does. */
record StartupCheck(Limbeck limbeck, CheckOnStartup check) {

    /**
     * Compares, unless that is {@linkplain CheckOnStartup#NONE not wanted}.
     *
     * @throws LimbeckException where they differ or can't be compared, and the application must not start then
     */
    void run() {
        if (check == CheckOnStartup.NONE) {
            return;
        }
        try {
            requireEqual(limbeck.check());
        } catch (LimbeckException exception) {
            if (check == CheckOnStartup.FAIL) {
                throw exception;
            }
            String text = new ProblemText(Paint.NONE)
                    .of(exception.problem().spelling(ApplicationSettings::asProperty))
                    .stripTrailing();
            System.getLogger(RunLog.NAME).log(Level.WARNING, text);
        }
    }

    private static void requireEqual(Comparison comparison) {
        Difference difference = comparison.difference(Renames.NONE);
        if (!difference.isEmpty()) {
            List<String> lines = new DifferenceText(Paint.NONE)
                    .lines(difference).stream().map(String::strip).toList();
            throw Problem.of(
                            ProblemCode.DATABASE_DIFFERS,
                            comparison.actualName() + " differs from " + comparison.desiredName())
                    .evidence(lines)
                    .databaseState("Comparing changed nothing.")
                    .hint("to write the migration that makes it so", "limbeck revision --autogenerate -m \"...\"")
                    .exception();
        }
    }
}
