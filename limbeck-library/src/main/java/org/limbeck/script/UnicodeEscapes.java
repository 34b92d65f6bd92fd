package org.limbeck.script;

/** The first step of reading Java source: backslash, u and four hexadecimal digits stand for a character anywhere. */
final class UnicodeEscapes {

    private static final int DIGITS = 4;

    private UnicodeEscapes() {}

    /** Replaces the escapes; what looks like one and is none stays for the compiler to complain of. */
    static String translate(String source) {
        StringBuilder out = new StringBuilder(source.length());
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c != '\\' || i + 1 >= source.length()) {
                out.append(c);
                i++;
            } else if (source.charAt(i + 1) == 'u') {
                i = escape(source, i, out);
            } else {
                // Two backslashes are a pair: the second one begins no escape.
                out.append(c).append(source.charAt(i + 1));
                i += 2;
            }
        }
        return out.toString();
    }

    private static int escape(String source, int start, StringBuilder out) {
        int digits = start + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
            digits++;
        }
        int end = digits + DIGITS;
        int value = end <= source.length() ? hexadecimal(source, digits, end) : -1;
        if (value < 0) {
            out.append('\\');
            return start + 1;
        }
        out.append((char) value);
        return end;
    }

    private static int hexadecimal(String source, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(source.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
