package org.limbeck.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.ComparisonRequest;
import org.limbeck.Limbeck;
import org.limbeck.VerificationRequest;
import org.limbeck.diff.Difference;
import org.limbeck.diff.Renames;
import org.limbeck.report.DifferenceText;
import org.limbeck.report.LintFinding;
import org.limbeck.report.LintText;
import org.limbeck.report.Paint;
import org.limbeck.report.RevisionLine;
import org.limbeck.report.VerificationText;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.Verification;

/**
 * What holds of the migrations of every project. A test class that implements this has these tests; it can leave one out by
 * overriding it without {@code @Test}.
 */
@LimbeckTest
public interface MigrationContract {

    /** Two people who add a revision on the same day must merge them. */
    @Test
    @Migrated("base")
    default void thereIsOneHead(Limbeck limbeck) {
        List<String> heads =
                limbeck.heads().stream().map(RevisionLine::revision).toList();
        assertEquals(1, heads.size(), () -> "heads " + heads + "; to join them: limbeck merge heads -m \"...\"");
    }

    /** An empty database gets to the head. */
    @Test
    @Migrated("base")
    default void upgradesFromNothing(Limbeck limbeck) {
        ProblemFailure.unless(() -> limbeck.upgrade("heads"));
    }

    /** Each revision up, down and up again, with sample rows, gives the same schema again. */
    @Test
    @Migrated("base")
    default void everyRevisionComesBack(Limbeck limbeck) {
        VerificationText text = new VerificationText(Paint.NONE);
        List<String> lines = new ArrayList<>();
        VerificationRequest all = new VerificationRequest(":", List.of(), false);
        for (Verification verification : ProblemFailure.unless(() -> limbeck.verify(all, TrialListener.NONE))) {
            if (!verification.succeeded()) {
                verification.trials().forEach(trial -> lines.addAll(text.lines(trial)));
                lines.addAll(text.closing(verification));
            }
        }
        failWith("not every revision can be undone and done again", lines);
    }

    /** What the migrations make is what the entities, or what else is desired, ask for. */
    @Test
    @Migrated("base")
    default void entitiesMatchTheHead(Limbeck limbeck, Settings settings) {
        Difference difference = ProblemFailure.unless(() -> limbeck.compare(new ComparisonRequest(
                        ComparisonRequest.REVISIONS,
                        settings.get(Setting.DESIRED).value()))
                .difference(Renames.NONE));
        failWith(
                "to make what the migrations make like the entities; limbeck revision --autogenerate writes it",
                difference.isEmpty() ? List.of() : new DifferenceText(Paint.NONE).lines(difference));
    }

    /** No migration has a hazard that nobody accepted. */
    @Test
    @Migrated("base")
    default void hasNoUnacceptedHazard(Limbeck limbeck) {
        List<LintFinding> findings = ProblemFailure.unless(() -> limbeck.lint(""));
        failWith(
                "to accept a hazard, say so on the line above it: limbeck:accept CODE REASON",
                new LintText(Paint.NONE).lines(findings));
    }

    private static void failWith(String sentence, List<String> lines) {
        if (!lines.isEmpty()) {
            fail(sentence + "\n" + String.join("\n", lines));
        }
    }
}
