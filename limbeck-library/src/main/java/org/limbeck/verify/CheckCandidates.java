package org.limbeck.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a check may let through: those that it names itself, and some that checks often ask for. */
final class CheckCandidates {

    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w.])");

    private static final List<String> USUAL = List.of(
            "1",
            "0",
            "'a@example.com'",
            "'https://example.com/'",
            "'abc'",
            "'ABC'",
            "'2024-02-29'",
            "'{}'",
            "'[]'",
            "true",
            "false");

    private CheckCandidates() {}

    /** The values in the order in which they are to be tried. */
    static List<String> of(String expression) {
        Set<String> candidates = new LinkedHashSet<>();
        Matcher matcher = LITERAL.matcher(expression);
        while (matcher.find()) {
            candidates.add(matcher.group());
        }
        candidates.addAll(USUAL);
        return new ArrayList<>(candidates);
    }

    /** Whether an expression names a column. */
    static boolean names(String expression, String column) {
        return Pattern.compile("(?<![\\w$])\"?" + Pattern.quote(column) + "\"?(?![\\w$])")
                .matcher(expression)
                .find();
    }
}
