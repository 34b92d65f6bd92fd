package org.limbeck.foreign;

import java.util.Map;
import java.util.TreeMap;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Puts values in the place of placeholders, as Flyway does: everywhere, in comments and quotes too.
 *
 * @param values by name; names are compared without regard to case
 */
record Placeholders(String prefix, String suffix, Map<String, String> values) {

    Placeholders {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(values);
        values = byName;
    }

    /**
     * The text with values.
     *
     * @param used is given each placeholder with its value
     * @throws org.limbeck.problem.LimbeckException with {@code IMPORT_VALUE_MISSING} where one has none
     */
    String replace(String file, String text, Map<String, String> used) {
        StringBuilder replaced = new StringBuilder();
        int position = 0;
        while (true) {
            int start = text.indexOf(prefix, position);
            int end = start < 0 ? -1 : text.indexOf(suffix, start + prefix.length());
            if (end < 0) {
                return replaced.append(text.substring(position)).toString();
            }
            String name = text.substring(start + prefix.length(), end);
            String value = values.get(name);
            if (value == null) {
                throw missing(new Place(file, line(text, start)), name);
            }
            used.put(prefix + name + suffix, value);
            replaced.append(text, position, start).append(value);
            position = end + suffix.length();
        }
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private RuntimeException missing(Place place, String name) {
        return Problem.of(
                        ProblemCode.IMPORT_VALUE_MISSING, "the placeholder " + prefix + name + suffix + " has no value")
                .at(place)
                .databaseState("Nothing was written.")
                .hint("to give it one", "limbeck import flyway --placeholder '" + name + "=...'")
                .exception();
    }
}
