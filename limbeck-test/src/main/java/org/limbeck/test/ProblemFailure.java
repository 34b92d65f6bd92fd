package org.limbeck.test;

import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.limbeck.problem.LimbeckException;
import org.limbeck.report.Paint;
import org.limbeck.report.ProblemText;

/** Makes of a problem a failure that says all that is known of it, because reports of tests show no more than a message. */
final class ProblemFailure {

    private ProblemFailure() {}

    static <T> T unless(Supplier<T> work) {
        try {
            return work.get();
        } catch (LimbeckException exception) {
            return Assertions.fail(new ProblemText(Paint.NONE).of(exception.problem()), exception);
        }
    }
}
