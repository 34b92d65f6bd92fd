package org.limbeck.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which names are meant: those that match one of the included patterns, or any where there are none, and none of the
 * excluded ones. In a pattern {@code *} stands for any characters and {@code ?} for one; all others stand for themselves.
 */
public record Globs(List<String> included, List<String> excluded) {

    public static final Globs ALL = new Globs(List.of(), List.of());

    public Globs {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    public static Globs including(String... patterns) {
        return new Globs(List.of(patterns), List.of());
    }

    /** The same with more patterns of what is left out. */
    public Globs excluding(String... patterns) {
        List<String> all = new ArrayList<>(excluded);
        all.addAll(List.of(patterns));
        return new Globs(included, all);
    }

    public boolean match(String name) {
        return (included.isEmpty() || anyMatches(included, name)) && !anyMatches(excluded, name);
    }

    private static boolean anyMatches(List<String> globs, String name) {
        return globs.stream().anyMatch(glob -> matches(glob, name));
    }

    private static boolean matches(String glob, String name) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            expression.append(
                    switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(character));
                    });
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
