package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.report.HistoryDrawing.Entry;
import org.limbeck.report.HistoryDrawing.State;

/** Whoever follows the lines of a drawing finds the edges of the graph: all of them, and no others. */
final class HistoryDrawingProperties {

    @Property(tries = 2000)
    void linesAreTheEdges(@ForAll("graphs") List<Entry> graph) {
        Set<String> expected = new TreeSet<>();
        for (Entry entry : graph) {
            for (String parent : entry.revises()) {
                expected.add(entry.revision() + " -> " + parent);
            }
        }

        List<String> drawing = HistoryDrawing.draw(graph, Glyphs.UNICODE);

        assertThat(edges(drawing)).as(String.join("\n", drawing)).isEqualTo(expected);
    }

    @Property(tries = 500)
    void textsBeginAtOneColumn(@ForAll("graphs") List<Entry> graph) {
        Set<Integer> columns = new HashSet<>();
        for (String line : HistoryDrawing.draw(graph, Glyphs.UNICODE)) {
            int text = line.indexOf('r');
            if (text >= 0) {
                columns.add(text);
            }
        }

        assertThat(columns).hasSize(1);
    }

    @Property(tries = 500)
    void asciiHasTheSameShape(@ForAll("graphs") List<Entry> graph) {
        List<String> unicode = HistoryDrawing.draw(graph, Glyphs.UNICODE);
        List<String> ascii = HistoryDrawing.draw(graph, Glyphs.ASCII);

        assertThat(ascii).hasSameSizeAs(unicode);
        for (int i = 0; i < ascii.size(); i++) {
            assertThat(ascii.get(i)).hasSameSizeAs(unicode.get(i)).matches("[ -~]*");
        }
    }

    /** Revisions r0, r1, ..., each of which revises up to four later ones. */
    @Provide
    Arbitrary<List<Entry>> graphs() {
        return Arbitraries.integers()
                .between(1, 14)
                .flatMap(size -> Arbitraries.integers()
                        .between(0, 99)
                        .list()
                        .ofSize(4)
                        .list()
                        .ofSize(size)
                        .map(HistoryDrawingProperties::graph));
    }

    private static List<Entry> graph(List<List<Integer>> numbers) {
        List<Entry> entries = new ArrayList<>();
        int size = numbers.size();
        for (int i = 0; i < size; i++) {
            List<String> parents = new ArrayList<>();
            int later = size - i - 1;
            for (int number : numbers.get(i)
                    .subList(
                            0,
                            numbers.get(i).get(0) % 5 == 4 ? 4 : numbers.get(i).get(0) % 3)) {
                // Most revise one of the next few, as in life.
                int reach = number > 80 ? later : Math.min(later, 3);
                String parent = "r" + (i + 1 + (reach == 0 ? 0 : number % reach));
                if (later > 0 && !parents.contains(parent)) {
                    parents.add(parent);
                }
            }
            entries.add(new Entry("r" + i, parents, State.UNKNOWN, List.of("r" + i)));
        }
        return entries;
    }

    /** Reads a drawing from top to bottom; each column holds the revisions whose lines go on in it. */
    private static Set<String> edges(List<String> drawing) {
        Set<String> edges = new TreeSet<>();
        List<Set<String>> columns = new ArrayList<>();
        for (String line : drawing) {
            int text = line.indexOf('r');
            String graph = text < 0 ? line : line.substring(0, text);
            List<Set<String>> next = new ArrayList<>();
            for (int column = 0; 2 * column < graph.length(); column++) {
                Set<String> above = column < columns.size() ? columns.get(column) : Set.of();
                Set<String> below = new TreeSet<>();
                switch (graph.charAt(2 * column)) {
                    case '•' -> {
                        String revision = line.substring(text);
                        above.forEach(child -> edges.add(child + " -> " + revision));
                        below.add(revision);
                    }
                    case '│', '┼', '├', '┤' -> below.addAll(above);
                    case ' ', '─', '╮', '╯', '┬', '┴' -> {}
                    default -> throw new AssertionError("unknown: " + graph);
                }
                next.add(below);
            }
            follow(graph, columns, next);
            columns = next;
        }
        return edges;
    }

    /** Follows the line to the side, if the row has one. The revision that stands right above it has it drawn. */
    private static void follow(String graph, List<Set<String>> above, List<Set<String>> next) {
        int left = graph.indexOf('├') / 2;
        if (graph.indexOf('├') < 0) {
            return;
        }
        for (int column = left + 1; 2 * column < graph.length(); column++) {
            switch (graph.charAt(2 * column)) {
                case '╯', '┴' -> next.get(left).addAll(above.get(column));
                case '╮', '┬' -> next.get(column).addAll(above.get(left));
                case '┤' -> {
                    // The upper end is where a revision was drawn last; both columns could be it, one is.
                    Set<String> fromLeft = newest(above.get(left), above.get(column));
                    (fromLeft.equals(above.get(left)) ? next.get(column) : next.get(left)).addAll(fromLeft);
                }
                default -> {}
            }
        }
    }

    private static Set<String> newest(Set<String> first, Set<String> second) {
        return number(first) > number(second) ? first : second;
    }

    private static int number(Set<String> revisions) {
        return revisions.stream()
                .mapToInt(revision -> Integer.parseInt(revision.substring(1)))
                .max()
                .orElse(-1);
    }
}
