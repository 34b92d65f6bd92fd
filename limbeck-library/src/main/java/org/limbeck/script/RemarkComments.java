package org.limbeck.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.migration.Remarks;
import org.limbeck.problem.Place;

/**
 * The comments of a migration that say something about an operation, on its line or right above: {@code limbeck:accept S20 because}
 * accepts a hazard, {@code limbeck:literally} has it sent as it is written, {@code limbeck:expand} lets another column take the place of one
 * whose type changes.
 *
 * @param lines what they say, by line
 */
public record RemarkComments(Map<Integer, Remarks> lines) {

    /** A reason has to stand behind the code: who accepts something can say why. */
    private static final Pattern ACCEPT =
            Pattern.compile("(?://|--|\\*)\\s*limbeck:accept\\s+([A-Z][0-9]+(?:\\s*,\\s*[A-Z][0-9]+)*)\\s+\\S+");

    private static final Pattern LITERALLY = Pattern.compile("(?://|--|\\*)\\s*limbeck:literally\\b");
    private static final Pattern EXPAND = Pattern.compile("(?://|--|\\*)\\s*limbeck:expand\\b");

    /** Those of a migration's text. */
    public static RemarkComments of(String text) {
        Map<Integer, Remarks> found = new HashMap<>();
        if (!text.contains("limbeck:")) {
            return new RemarkComments(found);
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher accept = ACCEPT.matcher(lines.get(i));
            Set<String> codes = accept.find() ? Set.of(accept.group(1).split("\\s*,\\s*", -1)) : Set.of();
            boolean literal = LITERALLY.matcher(lines.get(i)).find();
            boolean expanding = EXPAND.matcher(lines.get(i)).find();
            if (literal || expanding || !codes.isEmpty()) {
                found.put(i + 1, new Remarks(literal, expanding, codes));
            }
        }
        return new RemarkComments(found);
    }

    /** What is said about the operation at a place. */
    public Remarks at(@Nullable Place place) {
        if (place == null) {
            return Remarks.NONE;
        }
        Remarks remarks = lines.getOrDefault(place.line(), Remarks.NONE);
        for (int line = place.line() - 1; lines.containsKey(line); line--) {
            remarks = remarks.and(lines.get(line));
        }
        return remarks;
    }
}
