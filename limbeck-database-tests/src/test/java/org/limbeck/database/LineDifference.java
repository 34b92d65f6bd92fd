package org.limbeck.database;

import java.util.ArrayList;
import java.util.List;

/** Which of many lines differ, so that a failure shows those alone. */
final class LineDifference {

    private LineDifference() {}

    /** What is expected and isn't there with a minus, what is there unexpectedly with a plus; the order is of no concern. */
    static List<String> of(List<String> actual, List<String> expected) {
        List<String> differences = new ArrayList<>();
        without(expected, actual).forEach(line -> differences.add("- " + line));
        without(actual, expected).forEach(line -> differences.add("+ " + line));
        return differences;
    }

    private static List<String> without(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }
}
