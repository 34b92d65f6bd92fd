package org.limbeck.source;

import java.util.Locale;

/** Text of several lines as a text block, which Java reads as exactly this text however it is indented. */
final class TextBlock {

    private static final String INDENT = "        ";

    private TextBlock() {}

    /** A text block where that reads better than a string literal and can hold the text. */
    static String of(String text) {
        return text.indexOf('\n') < 0 || endsLineInOtherSpace(text) ? JavaLiterals.text(text) : block(text);
    }

    private static String block(String text) {
        String[] lines = text.split("\n", -1);
        boolean endsWithBreak = lines[lines.length - 1].isEmpty();
        boolean indented = !endsWithBreak;
        for (String line : lines) {
            indented &= line.isBlank() || line.charAt(0) == ' ';
        }
        StringBuilder block = new StringBuilder("\"\"\"\n");
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            String line = line(lines[i], last);
            // Java takes the blanks away that all lines begin with, unless one of them is escaped.
            if (indented && !line.isEmpty() && line.charAt(0) == ' ') {
                line = "\\s" + line.substring(1);
                indented = false;
            }
            if (!line.isEmpty() || last) {
                block.append(INDENT).append(line);
            }
            block.append(last ? "" : "\n");
        }
        return block.append("\"\"\"").toString();
    }

    private static String line(String text, boolean last) {
        StringBuilder line = new StringBuilder();
        int quotes = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean end = i == text.length() - 1;
            quotes = character == '"' ? quotes + 1 : 0;
            if (quotes == 3 || (character == '"' && end && last)) {
                line.append("\\\"");
                quotes = 0;
            } else {
                line.append(escaped(character, end));
            }
        }
        return line.toString();
    }

    /** Blanks at the end of a line would be lost. */
    private static String escaped(char character, boolean end) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case ' ' -> end ? "\\s" : " ";
            default ->
                Character.isISOControl(character)
                        ? String.format(Locale.ROOT, "\\%03o", (int) character)
                        : String.valueOf(character);
        };
    }

    /** There is no escape for a blank outside ASCII, and Java would take it away at the end of a line. */
    private static boolean endsLineInOtherSpace(String text) {
        return text.lines().anyMatch(line -> {
            int last = line.isEmpty() ? ' ' : line.codePointBefore(line.length());
            int first = line.isEmpty() ? ' ' : line.codePointAt(0);
            return otherSpace(last) || otherSpace(first);
        });
    }

    private static boolean otherSpace(int character) {
        return character > 0x7f && Character.isWhitespace(character);
    }
}
