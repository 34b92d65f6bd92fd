package org.limbeck.diff;

import java.util.Map;
import org.limbeck.sql.Identifiers;

/** Replaces names and values in expressions as the server prints them. */
final class SqlText {

    private final String text;
    private final Map<String, String> names;
    private final Map<String, String> values;
    private final StringBuilder result = new StringBuilder();
    private int position;

    private SqlText(String text, Map<String, String> names, Map<String, String> values) {
        this.text = text;
        this.names = names;
        this.values = values;
    }

    /**
     * The text with other names and other values.
     *
     * @param names by the old one, unquoted
     * @param values by the old one; only those that the server marks with a type are replaced
     */
    static String replaced(String text, Map<String, String> names, Map<String, String> values) {
        return names.isEmpty() && values.isEmpty() ? text : new SqlText(text, names, values).run();
    }

    private String run() {
        while (position < text.length()) {
            char character = text.charAt(position);
            if (character == '\'') {
                literal();
            } else if (character == '"') {
                name(closing('"'), true);
            } else if (Character.isLetter(character) || character == '_') {
                int end = position;
                while (end < text.length() && isPartOfName(text.charAt(end))) {
                    end++;
                }
                name(end, false);
            } else if (Character.isDigit(character)) {
                copyDigits();
            } else {
                result.append(character);
                position++;
            }
        }
        return result.toString();
    }

    private void copyDigits() {
        while (position < text.length() && isPartOfName(text.charAt(position))) {
            result.append(text.charAt(position++));
        }
    }

    private static boolean isPartOfName(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }

    private void name(int end, boolean quoted) {
        String token = text.substring(position, end);
        String name = quoted ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
        String replacement = names.get(name);
        boolean calls = end < text.length() && text.charAt(end) == '(';
        result.append(replacement == null || calls ? token : Identifiers.quoted(replacement));
        position = end;
    }

    /** A literal is a value of an enum, or the name of a sequence or table that a function takes. */
    private void literal() {
        int end = closing('\'');
        String token = text.substring(position, end);
        String value = token.substring(1, token.length() - 1).replace("''", "'");
        String changed = value;
        if (text.startsWith("::regclass", end)) {
            changed = replaced(value, names, Map.of());
        } else if (text.startsWith("::", end)) {
            changed = values.getOrDefault(value, value);
        }
        result.append(changed.equals(value) ? token : "'" + changed.replace("'", "''") + "'");
        position = end;
    }

    private int closing(char quote) {
        int end = position + 1;
        while (end < text.length()) {
            if (text.charAt(end) == quote) {
                if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                    end++;
                } else {
                    return end + 1;
                }
            }
            end++;
        }
        return text.length();
    }
}
