package org.limbeck.setting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads the text of a properties file as {@link java.util.Properties} does, but keeps the lines' numbers. */
final class PropertyReader {

    /** One entry; {@code line} is where its key stands, counted from 1. */
    record Entry(String key, String value, int line) {}

    private final String file;
    private final String text;
    private int position;
    private int line = 1;

    private PropertyReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** All entries in the order of the file, duplicates included. */
    static List<Entry> read(String file, String text) {
        PropertyReader reader = new PropertyReader(file, text);
        List<Entry> entries = new ArrayList<>();
        while (reader.toNextEntry()) {
            int start = reader.line;
            String logicalLine = reader.logicalLine();
            if (logicalLine != null) {
                entries.add(reader.entry(logicalLine, start));
            }
        }
        return entries;
    }

    /** Skips blank lines and comments; false at the end of the text. */
    private boolean toNextEntry() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#' || c == '!') {
                while (position < text.length() && !isLineEnd(text.charAt(position))) {
                    position++;
                }
            } else if (isLineEnd(c)) {
                skipLineEnd();
            } else if (isSpace(c)) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * The line at the position with its continuation lines; null if a lone backslash continues nothing. At the very end of
     * the text such a backslash is an entry with an empty key: so says Properties, and so it is noticed.
     */
    private @Nullable String logicalLine() {
        StringBuilder logical = new StringBuilder();
        boolean escaped = false;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (!isLineEnd(c)) {
                logical.append(c);
                escaped = c == '\\' && !escaped;
                position++;
                continue;
            }
            boolean last = position + 1 == text.length();
            skipLineEnd();
            if (!escaped) {
                return logical.toString();
            }
            if (last) {
                break;
            }
            logical.setLength(logical.length() - 1);
            escaped = false;
            while (position < text.length() && isSpace(text.charAt(position))) {
                position++;
            }
            if (logical.length() == 0) {
                return null;
            }
        }
        if (escaped) {
            logical.setLength(logical.length() - 1);
        }
        return logical.toString();
    }

    private Entry entry(String logicalLine, int start) {
        int keyEnd = 0;
        while (keyEnd < logicalLine.length() && !endsKey(logicalLine.charAt(keyEnd))) {
            keyEnd += logicalLine.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, logicalLine.length());
        int valueStart = skipSpaces(logicalLine, keyEnd);
        if (valueStart < logicalLine.length() && isSeparator(logicalLine.charAt(valueStart))) {
            valueStart = skipSpaces(logicalLine, valueStart + 1);
        }
        return new Entry(
                unescaped(logicalLine.substring(0, keyEnd), start),
                unescaped(logicalLine.substring(valueStart), start),
                start);
    }

    private String unescaped(String escaped, int start) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i++);
            if (c != '\\') {
                plain.append(c);
            } else if (i < escaped.length()) {
                char letter = escaped.charAt(i++);
                if (letter == 'u') {
                    plain.append(codeUnit(escaped, i, start));
                    i += 4;
                } else {
                    plain.append(
                            switch (letter) {
                                case 't' -> '\t';
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                case 'f' -> '\f';
                                default -> letter;
                            });
                }
            }
        }
        return plain.toString();
    }

    private char codeUnit(String escaped, int from, int start) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = i < escaped.length() ? Character.digit(escaped.charAt(i), 16) : -1;
            // Character.digit also knows the digits of other scripts, which Properties refuses.
            if (digit < 0 || escaped.charAt(i) > 'f') {
                throw Problem.of(ProblemCode.CONFIGURATION_FILE, "after \\u come exactly four hexadecimal digits")
                        .at(new Place(file, start))
                        .hint("a backslash itself is written twice: \\\\")
                        .exception();
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private void skipLineEnd() {
        if (text.startsWith("\r\n", position)) {
            position++;
        }
        position++;
        line++;
    }

    private static int skipSpaces(String text, int from) {
        int i = from;
        while (i < text.length() && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean endsKey(char c) {
        return isSeparator(c) || isSpace(c);
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
