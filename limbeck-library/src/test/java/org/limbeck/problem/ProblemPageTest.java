package org.limbeck.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of problem has a page that says what it means and what to do. */
final class ProblemPageTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasItsPage(ProblemCode code) {
        String page = ProblemPage.of(code);

        assertThat(page).startsWith("# " + code.id() + ": " + code.title() + "\n");
        assertThat(page).contains("\n## How it comes about\n", "\n## What to do\n", "\n    ");
        assertThat(page.lines()).allMatch(line -> line.length() <= 120);
    }
}
