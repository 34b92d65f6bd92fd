package org.limbeck.setting;

import java.util.Map;
import java.util.Set;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * Fills environment variables into a value of the configuration file.
 *
 * <p>{@code ${NAME}} is the variable's value; {@code ${NAME:text}} (or, as in the shell, {@code ${NAME:-text}}) the text if
 * the variable is unset or empty; {@code ${NAME:+text}} the text if it is set and not empty, otherwise nothing. The text may
 * hold placeholders again. A dollar sign before a placeholder keeps it from being one.
 *
 * <p>In a URL, a variable that comes after other text is a part of the URL and so is percent-encoded, except for colons,
 * commas and square brackets, so that host lists and IPv6 addresses work. At the beginning it is taken as it is.
 */
final class Placeholders {

    private final String key;
    private final String text;
    private final Place place;
    private final Map<String, String> environment;
    private final Set<String> mentioned;
    private final boolean url;
    private final StringBuilder filled = new StringBuilder();
    private int position;

    private Placeholders(
            Setting setting, String text, Place place, Map<String, String> environment, Set<String> mentioned) {
        this.key = setting.key();
        this.text = text;
        this.place = place;
        this.environment = environment;
        this.mentioned = mentioned;
        this.url = setting.kind() == ValueKind.DATABASE_URL;
    }

    /**
     * The value with its placeholders filled in.
     *
     * @param mentioned gets the names of all variables that the value speaks of, needed or not
     */
    static String fill(
            Setting setting, String text, Place place, Map<String, String> environment, Set<String> mentioned) {
        if (text.indexOf("${") < 0) {
            return text;
        }
        Placeholders placeholders = new Placeholders(setting, text, place, environment, mentioned);
        placeholders.copy(true, false);
        return placeholders.filled.toString();
    }

    /** Copies text up to the end, or up to the brace that closes the placeholder it is nested in. */
    private void copy(boolean wanted, boolean nested) {
        int open = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (text.startsWith("$${", position)) {
                append("${", wanted);
                position += 3;
                open += nested ? 1 : 0;
            } else if (text.startsWith("${", position)) {
                position += 2;
                placeholder(wanted);
            } else if (nested && c == '}' && open == 0) {
                return;
            } else {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                append(String.valueOf(c), wanted);
                position++;
            }
        }
        if (nested) {
            throw malformed("has a placeholder without its closing brace");
        }
    }

    private void placeholder(boolean wanted) {
        String name = name();
        mentioned.add(name);
        String value = environment.get(name);
        boolean given = value != null && !value.isEmpty();
        if (text.startsWith("}", position)) {
            if (value == null && wanted) {
                throw unset(name);
            }
            insert(value == null ? "" : value, wanted);
        } else if (text.startsWith(":+", position)) {
            position += 2;
            copy(wanted && given, true);
        } else if (text.startsWith(":", position)) {
            position += text.startsWith(":-", position) ? 2 : 1;
            insert(value == null ? "" : value, wanted);
            copy(wanted && !given, true);
        } else {
            throw malformed("has a placeholder that is not ${NAME}, ${NAME:default} or ${NAME:+text}");
        }
        position++;
    }

    private String name() {
        int start = position;
        while (position < text.length() && isNameCharacter(text.charAt(position), position == start)) {
            position++;
        }
        if (position == start) {
            throw malformed("has a placeholder without the name of an environment variable");
        }
        return text.substring(start, position);
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (!first && c >= '0' && c <= '9');
    }

    private void insert(String value, boolean wanted) {
        append(url && filled.length() > 0 ? PercentCode.encode(value, ":,[]") : value, wanted);
    }

    private void append(String part, boolean wanted) {
        if (wanted) {
            filled.append(part);
        }
    }

    private RuntimeException unset(String name) {
        return Problem.of(
                        ProblemCode.INVALID_SETTING,
                        key + " needs the environment variable " + name + ", which is not set")
                .at(place)
                .hint("to set it:", "export " + name + "=...")
                .hint("to do without it, give a default in the file:", "${" + name + ":...}")
                .exception();
    }

    private RuntimeException malformed(String what) {
        return Problem.of(ProblemCode.CONFIGURATION_FILE, key + " " + what)
                .at(place)
                .hint("for a literal ${ write $${")
                .exception();
    }
}
