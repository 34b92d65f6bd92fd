package org.limbeck.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.report.Glyphs.Stroke;

/**
 * Draws revisions as a graph, heads first. Each revision stands in a column; the lines to what it revises go down from it.
 * Neighbours in a column are connected, and nothing else is: lines that only cross are drawn as a crossing.
 */
public final class HistoryDrawing {

    /**
     * A revision to draw.
     *
     * @param revises revisions that it revises; those that aren't drawn don't count
     * @param text the lines beside it, the first one in the revision's row
     */
    public record Entry(String revision, List<String> revises, State state, List<String> text) {}

    /** What is known of a revision. */
    public enum State {
        /** No database was asked. */
        UNKNOWN,
        APPLIED,
        PENDING
    }

    private final Glyphs glyphs;
    private final Set<String> drawn;
    private final List<Row> rows = new ArrayList<>();
    private final List<@Nullable String> lanes = new ArrayList<>();

    private HistoryDrawing(Glyphs glyphs, Set<String> drawn) {
        this.glyphs = glyphs;
        this.drawn = drawn;
    }

    /**
     * The drawing as lines without line ends; the texts begin at one column.
     *
     * @param entries each before all that it revises
     */
    public static List<String> draw(List<Entry> entries, Glyphs glyphs) {
        Set<String> drawn = new HashSet<>();
        for (Entry entry : entries) {
            drawn.add(entry.revision());
        }
        HistoryDrawing drawing = new HistoryDrawing(glyphs, drawn);
        for (Entry entry : entries) {
            drawing.add(entry);
        }
        return drawing.lines();
    }

    private record Row(String graph, String text) {}

    private void add(Entry entry) {
        int lane = laneOf(entry.revision());
        lanes.set(lane, null);
        StringBuilder row = straight(lane + 1);
        row.setCharAt(2 * lane, glyphs.of(stroke(entry.state())));
        emit(row, entry.text().isEmpty() ? "" : entry.text().get(0));
        List<String> parents = new ArrayList<>();
        for (String parent : entry.revises()) {
            if (drawn.contains(parent) && !parents.contains(parent)) {
                parents.add(parent);
            }
        }
        if (!parents.isEmpty()) {
            lanes.set(lane, parents.get(0));
        }
        for (String text : entry.text()
                .subList(Math.min(1, entry.text().size()), entry.text().size())) {
            emit(straight(0), text);
        }
        if (parents.size() > 1) {
            leadTo(parents.subList(1, parents.size()), lane);
        }
        while (!lanes.isEmpty() && lanes.get(lanes.size() - 1) == null) {
            lanes.remove(lanes.size() - 1);
        }
    }

    private static Stroke stroke(State state) {
        return switch (state) {
            case UNKNOWN -> Stroke.REVISION;
            case APPLIED -> Stroke.APPLIED;
            case PENDING -> Stroke.PENDING;
        };
    }

    /** The column for a revision: where the lines to it come together, or a free one if there are none. */
    private int laneOf(String revision) {
        int lane = lanes.indexOf(revision);
        if (lane < 0) {
            return newColumn();
        }
        int last = lanes.lastIndexOf(revision);
        if (last > lane) {
            StringBuilder row = straight(0);
            for (int column = lane + 1; column <= last; column++) {
                row.setCharAt(2 * column - 1, glyphs.of(Stroke.ACROSS));
                String expected = lanes.get(column);
                Stroke stroke = expected == null ? Stroke.ACROSS : Stroke.CROSSING;
                if (revision.equals(expected)) {
                    stroke = column == last ? Stroke.END : Stroke.END_BETWEEN;
                    lanes.set(column, null);
                }
                row.setCharAt(2 * column, glyphs.of(stroke));
            }
            row.setCharAt(2 * lane, glyphs.of(Stroke.RIGHT));
            emit(row, "");
        }
        return lane;
    }

    /** A column for a line that comes from nowhere; what ended right above it must not look connected. */
    private int newColumn() {
        int lane = freeFrom(0);
        String above = rows.isEmpty() ? "" : rows.get(rows.size() - 1).graph();
        if (above.length() > 2 * lane && above.charAt(2 * lane) != ' ') {
            emit(straight(0), "");
        }
        return lane;
    }

    private int freeFrom(int first) {
        for (int lane = first; lane < lanes.size(); lane++) {
            if (lanes.get(lane) == null) {
                return lane;
            }
        }
        while (lanes.size() <= first) {
            lanes.add(null);
        }
        if (lanes.get(lanes.size() - 1) != null) {
            lanes.add(null);
        }
        return lanes.size() - 1;
    }

    /** Draws the lines from a column to further revisions: to the lines that lead there already, or to new ones. */
    private void leadTo(List<String> parents, int from) {
        List<String> withoutLine = new ArrayList<>();
        for (String parent : parents) {
            int lane = lanes.indexOf(parent);
            if (lane >= 0) {
                join(from, lane);
            } else {
                withoutLine.add(parent);
            }
        }
        if (!withoutLine.isEmpty()) {
            begin(withoutLine, from);
        }
    }

    private void join(int from, int lane) {
        int left = Math.min(from, lane);
        int right = Math.max(from, lane);
        StringBuilder row = straight(0);
        across(row, left, right);
        row.setCharAt(2 * right, glyphs.of(Stroke.LEFT));
        emit(row, "");
    }

    private void begin(List<String> parents, int from) {
        List<Integer> columns = new ArrayList<>();
        int column = from;
        for (int i = 0; i < parents.size(); i++) {
            column = freeFrom(column + 1);
            columns.add(column);
        }
        StringBuilder row = straight(column + 1);
        across(row, from, column);
        for (int i = 0; i < parents.size(); i++) {
            boolean last = i == parents.size() - 1;
            row.setCharAt(2 * columns.get(i), glyphs.of(last ? Stroke.BEGIN : Stroke.BEGIN_BETWEEN));
            lanes.set(columns.get(i), parents.get(i));
        }
        emit(row, "");
    }

    /** A line to the right, which crosses what stands in its way. */
    private void across(StringBuilder row, int left, int right) {
        for (int column = left + 1; column <= right; column++) {
            row.setCharAt(2 * column - 1, glyphs.of(Stroke.ACROSS));
            row.setCharAt(2 * column, glyphs.of(lanes.get(column) == null ? Stroke.ACROSS : Stroke.CROSSING));
        }
        row.setCharAt(2 * left, glyphs.of(Stroke.RIGHT));
    }

    /** A row in which every line just goes on. */
    private StringBuilder straight(int columns) {
        StringBuilder row = new StringBuilder();
        for (int lane = 0; lane < Math.max(columns, lanes.size()); lane++) {
            boolean line = lane < lanes.size() && lanes.get(lane) != null;
            row.append(lane == 0 ? "" : " ").append(line ? glyphs.of(Stroke.LINE) : ' ');
        }
        return row;
    }

    private void emit(StringBuilder graph, String text) {
        rows.add(new Row(graph.toString().stripTrailing(), text));
    }

    private List<String> lines() {
        int width = 0;
        for (Row row : rows) {
            width = Math.max(width, row.graph().length());
        }
        List<String> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String padding = " ".repeat(width - row.graph().length() + 2);
            lines.add((row.graph() + padding + row.text()).stripTrailing());
        }
        return lines;
    }
}
