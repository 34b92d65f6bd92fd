package org.limbeck.setting;

import java.util.Locale;

/** Hides passwords in URLs, well-formed or not: where it is in doubt, it hides too much. */
final class SecretMask {

    static final String MASK = "****";

    private SecretMask() {}

    /** The text without what could be a password. */
    static String url(String text) {
        int start = afterScheme(text);
        if (start < 0) {
            return text.equals(DatabaseUrl.EMBEDDED) ? text : MASK;
        }
        int secretParameter = secretParameter(text, start);
        int at = text.lastIndexOf('@');
        int colon = firstColon(text, start);
        if (secretParameter >= 0 && at > secretParameter) {
            return text.substring(0, colon >= 0 ? Math.min(colon + 1, secretParameter) : secretParameter) + MASK;
        }
        String shown = secretParameter < 0 ? text : text.substring(0, secretParameter) + MASK;
        if (at >= start && colon >= 0 && colon < at) {
            return shown.substring(0, colon + 1) + MASK + shown.substring(at);
        }
        int noPort = at >= start ? -1 : wrongPort(shown, start);
        return noPort < 0 ? shown : shown.substring(0, noPort) + MASK;
    }

    /** Where the part after a scheme that is known starts, or -1: anything else may be a password as a whole. */
    private static int afterScheme(String text) {
        String jdbc = DatabaseUrl.JDBC;
        if (text.startsWith(jdbc)) {
            return text.startsWith("//", jdbc.length()) ? jdbc.length() + 2 : jdbc.length();
        }
        int end = text.indexOf("://");
        return end >= 0 && DatabaseUrl.isScheme(text.substring(0, end)) ? end + 3 : -1;
    }

    /** Where the value of the first parameter that holds a secret starts, or -1. */
    private static int secretParameter(String text, int start) {
        int from = text.indexOf('?', start);
        while (from >= 0) {
            int equals = text.indexOf('=', from);
            if (equals < 0) {
                return -1;
            }
            int next = text.indexOf('&', from + 1);
            if (next < 0 || equals < next) {
                if (isSecret(text.substring(from + 1, equals))) {
                    return equals + 1;
                }
            }
            from = next;
        }
        return -1;
    }

    /** Whether a parameter's name, as it stands in a URL, tells of a password. */
    static boolean isSecret(String name) {
        String decoded = PercentCode.decode(name, false);
        String plain = (decoded == null ? name : decoded).toLowerCase(Locale.ROOT);
        return plain.contains("password") || plain.contains("passwd") || plain.contains("pwd") || plain.equals("pass");
    }

    private static int firstColon(String text, int start) {
        int i = text.startsWith("[", start) ? Math.max(start, text.indexOf(']', start)) : start;
        return text.indexOf(':', i);
    }

    /** After the colon of the first port that is not a number, which then may be part of a password; or -1. */
    private static int wrongPort(String text, int start) {
        boolean inBrackets = false;
        int colon = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean end = c == '/' || c == '?';
            if (colon >= 0 && c != ',' && (c < '0' || c > '9') && !(end && i > colon + 1)) {
                return colon + 1;
            } else if (end) {
                return -1;
            } else if (c == ',') {
                colon = -1;
            } else if (colon < 0 && (c == '[' || c == ']')) {
                inBrackets = c == '[';
            } else if (c == ':' && !inBrackets) {
                colon = i;
            }
        }
        return -1;
    }
}
