package org.limbeck.script;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Messages as parts of file and class names. Letters of all scripts are kept; accents on Latin letters are dropped. */
public final class Slug {

    /** How many characters are kept; the cut is made between words. */
    public static final int MAX_LENGTH = 40;

    private Slug() {}

    /** Words in lower case joined by underscores, for example {@code add_orders}; empty if there are no letters or digits. */
    public static String of(String message) {
        return String.join("_", words(message));
    }

    /** Words joined, each with a capital, for example {@code AddOrders}; every character may stand inside a Java name. */
    public static String camelCase(String message) {
        StringBuilder name = new StringBuilder();
        for (String word : words(message)) {
            int first = word.codePointAt(0);
            name.appendCodePoint(Character.toTitleCase(first)).append(word.substring(Character.charCount(first)));
        }
        return name.toString();
    }

    private static List<String> words(String message) {
        String plain = withoutAccents(message).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int room = MAX_LENGTH;
        for (int c : (plain + " ").codePoints().toArray()) {
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                word.appendCodePoint(c);
            } else if (c != '\'' && c != '\u2019' && !word.isEmpty()) {
                int length = word.codePointCount(0, word.length());
                if (length > room) {
                    break;
                }
                words.add(word.toString());
                room -= length + 1;
                word.setLength(0);
            }
        }
        if (words.isEmpty() && !word.isEmpty()) {
            words.add(word.substring(0, word.offsetByCodePoints(0, MAX_LENGTH)));
        }
        return words;
    }

    /** Takes the accents off Latin letters; in other scripts marks make other letters, or vowels, and stay. */
    private static String withoutAccents(String message) {
        StringBuilder plain = new StringBuilder();
        boolean dropMarks = false;
        for (int c :
                Normalizer.normalize(message, Normalizer.Form.NFKD).codePoints().toArray()) {
            if (isMark(c)) {
                if (!dropMarks) {
                    plain.appendCodePoint(c);
                }
            } else {
                dropMarks = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
                plain.appendCodePoint(c);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
