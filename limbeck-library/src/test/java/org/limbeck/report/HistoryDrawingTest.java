package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.report.HistoryDrawing.Entry;
import org.limbeck.report.HistoryDrawing.State;

/** What graphs look like. */
final class HistoryDrawingTest {

    @Test
    void aLine() {
        assertThat(draw("c b", "b a", "a")).isEqualTo("""
                •  c
                •  b
                •  a
                """);
    }

    @Test
    void nothing() {
        assertThat(HistoryDrawing.draw(List.of(), Glyphs.UNICODE)).isEmpty();
    }

    @Test
    void aForkAndItsMerge() {
        assertThat(draw("m b c", "c a", "b b0", "b0 a", "a z", "z")).isEqualTo("""
                        •    m
                        ├─╮
                        │ •  c
                        • │  b
                        • │  b0
                        ├─╯
                        •    a
                        •    z
                        """);
    }

    @Test
    void twoHeads() {
        assertThat(draw("h2 a", "h1 a", "a")).isEqualTo("""
                •    h2
                │ •  h1
                ├─╯
                •    a
                """);
    }

    @Test
    void anOctopus() {
        assertThat(draw("m a b c d", "d r", "c r", "b r", "a r", "r")).isEqualTo("""
                        •        m
                        ├─┬─┬─╮
                        │ │ │ •  d
                        │ │ • │  c
                        │ • │ │  b
                        • │ │ │  a
                        ├─┴─┴─╯
                        •        r
                        """);
    }

    @Test
    void linesThatHaveNothingToDoWithEachOtherAreNotNeighbours() {
        assertThat(draw("b2 b1", "b1", "a2 a1", "a1")).isEqualTo("""
                •  b2
                •  b1

                •  a2
                •  a1
                """);
    }

    @Test
    void aLineThatLeadsThereAlreadyIsJoined() {
        assertThat(draw("h r", "m q r", "q r", "r")).isEqualTo("""
                        •    h
                        │ •  m
                        ├─┤
                        │ •  q
                        ├─╯
                        •    r
                        """);
    }

    @Test
    void aLineInBetweenIsCrossed() {
        assertThat(draw("h r", "k s", "m q r", "q r", "r", "s")).isEqualTo("""
                        •      h
                        │ •    k
                        │ │ •  m
                        ├─┼─┤
                        │ │ •  q
                        ├─┼─╯
                        • │    r
                          •    s
                        """);
    }

    @Test
    void whatIsOutsideTheRangeIsNotDrawn() {
        assertThat(draw("m a x", "a y")).isEqualTo("""
                •  m
                •  a
                """);
    }

    @Test
    void furtherLinesOfTextStandBesideTheGraph() {
        List<Entry> entries = List.of(
                new Entry("m", List.of("a", "b"), State.PENDING, List.of("m", "one", "two")),
                new Entry("a", List.of(), State.APPLIED, List.of("a", "one")),
                new Entry("b", List.of(), State.APPLIED, List.of("b")));

        assertThat(String.join("\n", HistoryDrawing.draw(entries, Glyphs.UNICODE)))
                .isEqualTo("""
                        ○    m
                        │    one
                        │    two
                        ├─╮
                        ● │  a
                          │  one
                          ●  b""");
    }

    @Test
    void ascii() {
        List<Entry> entries = List.of(
                new Entry("m", List.of("a", "b", "c"), State.PENDING, List.of("m")),
                new Entry("c", List.of(), State.APPLIED, List.of("c")),
                new Entry("b", List.of("a"), State.APPLIED, List.of("b")),
                new Entry("a", List.of(), State.UNKNOWN, List.of("a")));

        assertThat(String.join("\n", HistoryDrawing.draw(entries, Glyphs.ASCII)))
                .isEqualTo("""
                        o      m
                        |-.-\\
                        | | *  c
                        | *    b
                        |-/
                        *      a""");
    }

    /** Each line of the graph is a revision and what it revises. */
    private static String draw(String... graph) {
        List<Entry> entries = new ArrayList<>();
        for (String line : graph) {
            List<String> words = List.of(line.split(" ", -1));
            entries.add(new Entry(words.get(0), words.subList(1, words.size()), State.UNKNOWN, List.of(words.get(0))));
        }
        return String.join("\n", HistoryDrawing.draw(entries, Glyphs.UNICODE)) + "\n";
    }
}
