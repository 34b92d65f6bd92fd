package org.limbeck.setting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    private static int afterScheme(String text) {
        if (text.startsWith("jdbc:postgresql:") && !text.startsWith("jdbc:postgresql://")) {
            return "jdbc:postgresql:".length();
        }
        int end = text.indexOf("://");
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && "+:".indexOf(c) < 0) {
                return -1;
            }
        }
        return end < 0 ? -1 : end + 3;
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
        @Nullable String decoded = PercentCode.decode(name, false);
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
        boolean inPort = false;
        int colon = -1;
        for (int i = start; i < text.length() && text.charAt(i) != '/' && text.charAt(i) != '?'; i++) {
            char c = text.charAt(i);
            if (c == '[' || c == ']') {
                inBrackets = c == '[';
            } else if (c == ':' && !inBrackets && !inPort) {
                inPort = true;
                colon = i;
            } else if (c == ',') {
                inPort = false;
            } else if (inPort && (c < '0' || c > '9')) {
                return colon + 1;
            }
        }
        return -1;
    }
}
