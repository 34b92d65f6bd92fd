package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What differs in two texts is shown line by line, and nothing else. */
class LineDifferenceTest {

    @Test
    void equalTextsHaveNone() {
        assertThat(LineDifference.of("a\nb", "a\nb\n", 9)).isEmpty();
    }

    @Test
    void linesThatStayAreLeftOut() {
        assertThat(LineDifference.of("a\nb\nc\nd", "a\nx\nc\ny\nd", 9)).containsExactly("- b", "+ x", "+ y");
    }

    @Test
    void whatIsOnlyInOneIsShownWhole() {
        assertThat(LineDifference.of("", "a\nb", 9)).containsExactly("+ a", "+ b");
        assertThat(LineDifference.of("a\nb", "", 9)).containsExactly("- a", "- b");
    }

    @Test
    void moreLinesAreCounted() {
        assertThat(LineDifference.of("a\nb\nc", "", 2)).containsExactly("- a", "- b", "... and 1 more lines");
    }
}
