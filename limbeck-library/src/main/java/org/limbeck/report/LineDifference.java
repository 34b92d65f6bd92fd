package org.limbeck.report;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two texts differ. */
public final class LineDifference {

    /** Longer texts are compared from both ends only; the table of the others would take their lengths' product. */
    private static final int LONGEST = 2_000;

    private LineDifference() {}

    /**
     * The lines that are only in one of the texts, in their order, those of the first with {@code -} before them and those
     * of the second with {@code +}.
     *
     * @param most how many lines there may be; a last one says how many more there are
     */
    public static List<String> of(String first, String second, int most) {
        List<String> before = first.lines().toList();
        List<String> after = second.lines().toList();
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<String> lines =
                inner(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
        if (lines.size() <= most) {
            return lines;
        }
        List<String> fewer = new ArrayList<>(lines.subList(0, most));
        fewer.add("... and " + (lines.size() - most) + " more lines");
        return fewer;
    }

    private static List<String> inner(List<String> before, List<String> after) {
        List<String> lines = new ArrayList<>();
        if (before.size() > LONGEST || after.size() > LONGEST) {
            before.forEach(line -> lines.add("- " + line));
            after.forEach(line -> lines.add("+ " + line));
            return lines;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    /** The length of the longest common sequence of the lines from each place on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
