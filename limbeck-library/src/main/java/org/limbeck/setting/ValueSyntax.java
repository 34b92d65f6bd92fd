package org.limbeck.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the few small notations that values of settings have. */
final class ValueSyntax {

    private static final List<String> CONSTRAINT_KINDS = List.of("pk", "uq", "fk", "ck", "ix", "ex");
    private static final List<String> CONVENTION_TOKENS = List.of("table", "columns", "referred_table");
    private static final int MOST_DIGITS = 9;

    private ValueSyntax() {}

    /** The parts between separators, trimmed; empty parts are left out. */
    static List<String> split(String value, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == separator) {
                String part = value.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    /** The lines of a text, without their ends. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                int end = i > start && text.charAt(i - 1) == '\r' ? i - 1 : i;
                lines.add(text.substring(start, end));
                start = i + 1;
            }
        }
        return lines;
    }

    static boolean allPaths(List<String> parts) {
        for (String part : parts) {
            if (!ValueKind.isPath(part)) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    /** The duration, or null if it is none. */
    static @Nullable Duration duration(String value) {
        int digits = 0;
        while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return null;
        }
        long amount = Long.parseLong(value.substring(0, digits));
        return switch (value.substring(digits).strip()) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> null;
        };
    }

    /** Whether every brace belongs to one of the tokens. */
    static boolean usesOnly(String pattern, List<String> tokens) {
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i);
            if (c == '}') {
                return false;
            }
            if (c == '{') {
                int end = pattern.indexOf('}', i);
                if (end < 0 || !tokens.contains(pattern.substring(i + 1, end))) {
                    return false;
                }
                i = end;
            }
            i++;
        }
        return true;
    }

    static boolean isNamingConvention(String value) {
        Set<String> seen = new HashSet<>();
        for (String part : split(value, ',')) {
            int equals = part.indexOf('=');
            if (equals < 0 || equals == part.length() - 1) {
                return false;
            }
            String kind = part.substring(0, equals).strip();
            String pattern = part.substring(equals + 1).strip();
            if (!CONSTRAINT_KINDS.contains(kind) || !seen.add(kind) || !usesOnly(pattern, CONVENTION_TOKENS)) {
                return false;
            }
        }
        return !seen.isEmpty();
    }
}
