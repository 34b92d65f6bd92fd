package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** A problem as text: each part that is there, none that isn't. */
final class ProblemTextTest {

    @Test
    void hasAllParts() {
        Problem problem = Problem.of(ProblemCode.STATEMENT_FAILED, "statement 2 of 3 of 8d40 add coupons failed")
                .at(new Place("migrations/8d40.sql", 19))
                .evidence("ALTER TABLE coupons ADD COLUMN valid_until timestampz", "    ^")
                .databaseState("The transaction was rolled back: shop@localhost is still at a60e.")
                .hint("there is a type with a similar name: timestamptz");

        assertThat(text(problem)).isEqualTo("""
                        error[L031]: statement 2 of 3 of 8d40 add coupons failed
                          --> migrations/8d40.sql:19

                          ALTER TABLE coupons ADD COLUMN valid_until timestampz
                              ^

                          The transaction was rolled back: shop@localhost is still at a60e.
                          hint: there is a type with a similar name: timestamptz
                        """);
    }

    @Test
    void alignsTheCommandsOfHints() {
        Problem problem = Problem.of(ProblemCode.SEVERAL_HEADS, "there are two heads")
                .hint("to join them", "limbeck merge heads -m \"merge coupons\"")
                .hint("to upgrade to both:", "limbeck upgrade heads")
                .hint("or ask");

        assertThat(text(problem)).isEqualTo("""
                        error[L012]: there are two heads

                          hint: to join them:         limbeck merge heads -m "merge coupons"
                                to upgrade to both:   limbeck upgrade heads
                                or ask
                        """);
    }

    @Test
    void canBeOneLine() {
        assertThat(text(Problem.of(ProblemCode.USAGE, "no"))).isEqualTo("error[L080]: no\n");
    }

    @Test
    void evidenceOfSeveralLinesIsIndentedAsAWhole() {
        assertThat(text(Problem.of(ProblemCode.USAGE, "no").evidence("a\n\n b")))
                .isEqualTo("error[L080]: no\n\n  a\n\n   b\n");
    }

    @Test
    void coloursAddNothingButColour() {
        Problem problem = Problem.of(ProblemCode.USAGE, "no").hint("do", "this");

        String colored = new ProblemText(new Paint(true)).of(problem);

        assertThat(colored).startsWith("\u001B[1;31merror[L080]\u001B[0m: no");
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(text(problem));
    }

    private static String text(Problem problem) {
        return new ProblemText(Paint.NONE).of(problem);
    }
}
