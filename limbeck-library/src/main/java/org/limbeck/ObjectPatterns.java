package org.limbeck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** The setting {@code objects}: which objects are compared, by patterns of their names. */
final class ObjectPatterns implements Predicate<ObjectId> {

    private final List<Pattern> included = new ArrayList<>();
    private final List<Pattern> excluded = new ArrayList<>();

    /** @param defaultSchema the schema whose objects go by their own name alone, also where a pattern names it */
    ObjectPatterns(List<String> patterns, String defaultSchema) {
        for (String pattern : patterns) {
            boolean out = pattern.startsWith("!");
            String glob = out ? pattern.substring(1).strip() : pattern;
            String own = defaultSchema + ".";
            (out ? excluded : included).add(compiled(glob.startsWith(own) ? glob.substring(own.length()) : glob));
        }
    }

    @Override
    public boolean test(ObjectId id) {
        String schema = id.name().schema();
        // A schema goes with its objects: sales.* is for sales itself too.
        String name = id.kind() == ObjectKind.SCHEMA
                ? id.name().name() + "."
                : schema == null ? id.name().name() : schema + "." + id.name().name();
        return (included.isEmpty() || matches(included, name)) && !matches(excluded, name);
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }

    /** A star stands for any characters but the dot between schema and name. */
    private static Pattern compiled(String glob) {
        return Pattern.compile(glob.chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> "[^.]*";
                    case '?' -> "[^.]";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining()));
    }
}
