package org.limbeck.cli.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What commands print, without what differs from one run to the next. */
final class Output {

    private static final String ANYTHING = "...";

    private Output() {}

    /** Puts fixed words in place of durations, dates, ports and the like. */
    static String stable(String text) {
        return text.replaceAll("\\b\\d+ ms\\b|\\b\\d+\\.\\d s\\b", "12 ms")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?", "2026-11-22 14:03")
                .replaceAll("\\blocalhost:\\d{4,5}\\b", "localhost")
                .replaceAll("127\\.0\\.0\\.1:\\d{4,5}\\b", "127.0.0.1:5432")
                .replaceAll("on 127\\.0\\.0\\.1:5432, process \\d+", "on 127.0.0.1:5432, process 4711")
                .replaceAll("\\bPostgreSQL (1\\d)\\.\\d+", "PostgreSQL $1.6")
                .replaceAll("\\bon port \\d+", "on port 5433")
                .replaceAll("[ \\t]+(?=\\n)", "");
    }

    /** Whether the text is what a page says; there {@code ...} stands for anything, alone on a line for any lines. */
    static boolean matches(String said, String printed) {
        List<String> parts = new ArrayList<>();
        for (String line : stable(said).stripTrailing().lines().toList()) {
            parts.add(line.strip().equals(ANYTHING) ? "(?:.*\\n)*?" : pattern(line) + "\\n");
        }
        return Pattern.matches(String.join("", parts) + "\\n*", stable(withLineFeed(printed)));
    }

    static String withLineFeed(String text) {
        return text.isBlank() ? "" : text.stripTrailing() + "\n";
    }

    private static String pattern(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split(Pattern.quote(ANYTHING), -1)) {
            parts.add(Pattern.quote(part));
        }
        return String.join(".*", parts);
    }
}
