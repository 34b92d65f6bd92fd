package org.limbeck.report.html;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that can stand inside a {@code script} element: nothing in it can end that element, begin a comment or be taken
 * for markup.
 */
final class EmbeddedJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private EmbeddedJson() {}

    /** @param data text, numbers, truth values, null, collections and maps of them */
    static String of(@Nullable Object data) {
        EmbeddedJson json = new EmbeddedJson();
        json.write(data);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            write(map);
        } else if (value instanceof Collection<?> collection) {
            char before = '[';
            for (Object element : collection) {
                text.append(before);
                write(element);
                before = ',';
            }
            text.append(collection.isEmpty() ? "[]" : "]");
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void write(Map<?, ?> map) {
        char before = '{';
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            text.append(before);
            string(String.valueOf(entry.getKey()));
            text.append(':');
            write(entry.getValue());
            before = ',';
        }
        text.append(map.isEmpty() ? "{}" : "}");
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (mustBeEscaped(value, i)) {
                        text.append(String.format("\\u%04x", (int) character));
                    } else {
                        text.append(character);
                    }
                }
            }
        }
        text.append('"');
    }

    /** Half a character outside the basic plane couldn't be written as UTF-8. */
    private static boolean mustBeEscaped(String value, int i) {
        char character = value.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
        }
        return character < FIRST_PRINTABLE
                || character == '<'
                || character == '>'
                || character == '&'
                || character == '\u2028'
                || character == '\u2029'
                || character == '\u007f';
    }
}
