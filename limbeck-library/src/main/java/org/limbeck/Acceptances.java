package org.limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;

/**
 * The comments of a migration that accept a hazard: {@code limbeck:accept S20 because}, on the line of the operation or on the one above.
 *
 * @param codes the accepted codes, by line
 */
record Acceptances(Map<Integer, List<String>> codes) {

    /** A reason has to stand behind the code: who accepts something can say why. */
    private static final Pattern COMMENT =
            Pattern.compile("(?://|--|\\*)\\s*limbeck:accept\\s+([A-Z][0-9]+(?:\\s*,\\s*[A-Z][0-9]+)*)\\s+\\S+");

    /** None for a migration that isn't a file. */
    static Acceptances of(Path file) {
        Map<Integer, List<String>> codes = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return new Acceptances(codes);
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                Matcher comment = COMMENT.matcher(line);
                if (comment.find()) {
                    codes.put(number, List.of(comment.group(1).split("\\s*,\\s*", -1)));
                }
            }
        } catch (IOException unreadable) {
            // The migration was read a moment ago; if its comments can't be, nothing is accepted.
            codes.clear();
        }
        return new Acceptances(codes);
    }

    boolean accepts(String code, @Nullable Place place) {
        return place != null && (isOn(place.line(), code) || isOn(place.line() - 1, code));
    }

    private boolean isOn(int line, String code) {
        return codes.getOrDefault(line, List.of()).contains(code);
    }
}
