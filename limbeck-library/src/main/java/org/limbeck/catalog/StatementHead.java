package org.limbeck.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the words of a statement tell about it: whether it describes a schema, and how far it reaches. */
final class StatementHead {

    private static final Set<String> DESCRIBING =
            Set.of("CREATE", "ALTER", "COMMENT", "GRANT", "REVOKE", "DROP", "SECURITY", "IMPORT", "SET");

    /** Objects that all databases of a server share. */
    private static final Set<String> SHARED =
            Set.of("ROLE", "USER", "GROUP", "DATABASE", "TABLESPACE", "SUBSCRIPTION", "SYSTEM", "PARAMETER");

    /** Objects that stand outside of schemas, those that need such a one, and schemas themselves. */
    private static final Set<String> OUTSIDE = Set.of(
            "SCHEMA",
            "EXTENSION",
            "PUBLICATION",
            "SERVER",
            "FOREIGN",
            "CAST",
            "LANGUAGE",
            "TRANSFORM",
            "EVENT",
            "DEFAULT",
            "USER");

    /** Words that may stand before the word for the object. */
    private static final Set<String> BEFORE_OBJECT = Set.of("OR", "REPLACE", "TRUSTED", "PROCEDURAL");

    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|/\\*.*?\\*/|\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$|\\w+|\\S",
            Pattern.DOTALL);

    /** A list of privileges may be long. */
    private static final int MOST_WORDS = 60;

    private final List<String> words;

    private StatementHead(List<String> words) {
        this.words = words;
    }

    static StatementHead of(DdlStatement statement) {
        Matcher matcher = TOKEN.matcher(statement.sql());
        return new StatementHead(matcher.results()
                .map(result -> result.group())
                .filter(token -> !token.startsWith("--") && !token.startsWith("/*"))
                .limit(MOST_WORDS)
                .map(token -> token.toUpperCase(Locale.ROOT))
                .toList());
    }

    /** Why the statement has no place in a description of a schema; null where it has. */
    @Nullable
    String refusal() {
        String first = word(0);
        if (!DESCRIBING.contains(first)) {
            return first + " changes or reads data, or runs code, and describes no object";
        }
        if (first.equals("SET")) {
            return null;
        }
        boolean grants = first.equals("GRANT") || first.equals("REVOKE");
        if (grants && !words.contains("ON")) {
            return "membership in roles belongs to the whole server";
        }
        String object = object();
        if (object.equals("DEFAULT") && !saysForWhom()) {
            return "without FOR ROLE, its default privileges are for objects of whoever runs it";
        }
        boolean userMapping = object.equals("USER") && words.contains("MAPPING");
        return SHARED.contains(object) && !userMapping ? "each " + object + " belongs to the whole server" : null;
    }

    private boolean saysForWhom() {
        return IntStream.range(0, words.size())
                .anyMatch(place -> word(place).equals("FOR")
                        && (word(place + 1).equals("ROLE") || word(place + 1).equals("USER")));
    }

    /** Whether it makes or changes something that a schema can't hold. */
    boolean reachesOutOfSchema() {
        return word(0).equals("SET") || word(0).equals("IMPORT") || OUTSIDE.contains(object());
    }

    /** The first word for the kind of object that the statement is about. */
    private String object() {
        boolean names = word(0).equals("CREATE") || word(0).equals("ALTER") || word(0).equals("DROP");
        int place = names ? 1 : words.indexOf("ON") + 1;
        while (BEFORE_OBJECT.contains(word(place))) {
            place++;
        }
        return word(place);
    }

    /** Whether it makes an object of its own, which takes locks for it until the end of the transaction. */
    boolean creates() {
        return word(0).equals("CREATE");
    }

    private String word(int place) {
        return place < words.size() ? words.get(place) : "";
    }
}
