package org.limbeck.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** The rules that every name in PostgreSQL obeys. */
public final class Names {

    /**
     * The longest name in bytes of UTF-8, {@code NAMEDATALEN - 1}. The server cuts longer ones silently, so that two
     * names can become one.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">Identifiers</a>
     */
    public static final int MAXIMUM_BYTES = 63;

    private Names() {}

    /** Returns the name, or throws {@link ProblemCode#INVALID_NAME} where PostgreSQL could not keep it as it is. */
    public static String checked(String name) {
        if (name.isEmpty()) {
            throw Problem.of(ProblemCode.INVALID_NAME, "a name is empty").exception();
        }
        if (name.indexOf('\0') >= 0) {
            throw Problem.of(
                            ProblemCode.INVALID_NAME,
                            "the name \"" + name.replace("\0", "\\0") + "\" contains the character NUL")
                    .exception();
        }
        // No character has more than three bytes of UTF-8 for each of its chars, so that most names need no counting.
        int bytes = name.length() * 3 <= MAXIMUM_BYTES ? 0 : name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAXIMUM_BYTES) {
            throw Problem.of(
                            ProblemCode.INVALID_NAME,
                            "the name \"" + name + "\" has " + bytes + " bytes, PostgreSQL keeps " + MAXIMUM_BYTES)
                    .hint("choose a shorter one, for example \"" + shortened(name, MAXIMUM_BYTES) + "\"")
                    .exception();
        }
        return name;
    }

    /** Checks every name and returns an unmodifiable copy. */
    public static List<String> checked(List<String> names) {
        names.forEach(Names::checked);
        return List.copyOf(names);
    }

    /** Compares two names of which each may be missing, which comes first. */
    static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }

    /** Cuts a text to at most that many bytes of UTF-8, never inside a character. */
    public static String shortened(String text, int maximumBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > maximumBytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}
