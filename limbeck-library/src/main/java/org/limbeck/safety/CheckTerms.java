package org.limbeck.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.limbeck.sql.Identifiers;

/** What a check demands, as terms that all have to hold. */
record CheckTerms(List<String> terms) {

    CheckTerms {
        terms = List.copyOf(terms);
    }

    /** Of {@code CHECK ((a IS NOT NULL) AND (a > 0)) NOT VALID}, as the server prints it, or of a condition alone. */
    static CheckTerms of(String definition) {
        String text = definition.strip();
        if (text.startsWith("CHECK ")) {
            text = text.substring(6);
            int end = closing(text, 0);
            text = end < 0 ? text : text.substring(0, end + 1);
        }
        List<String> terms = new ArrayList<>();
        split(text, terms);
        return new CheckTerms(terms);
    }

    /** Whether one of the terms says that the column isn't null. */
    boolean saysNotNull(String column) {
        return terms.stream().anyMatch(term -> term.equalsIgnoreCase(Identifiers.quoted(column) + " IS NOT NULL"));
    }

    /** Whether all those terms are among these, but for casts and quotes around literals. */
    boolean include(List<String> others) {
        List<String> plain = terms.stream().map(CheckTerms::plain).toList();
        return others.stream().map(CheckTerms::plain).allMatch(plain::contains);
    }

    /** The terms below NOT, if that is all there is. */
    CheckTerms negated() {
        if (terms.size() == 1 && terms.get(0).toUpperCase(Locale.ROOT).startsWith("NOT ")) {
            return of(terms.get(0).substring(4));
        }
        return new CheckTerms(List.of());
    }

    private static void split(String text, List<String> terms) {
        String bare = bare(text);
        int depth = 0;
        int from = 0;
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < bare.length(); i++) {
            char character = bare.charAt(i);
            quoted = (character == '\'' || character == '"') != quoted;
            if (quoted) {
                continue;
            }
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0 && bare.regionMatches(true, i, " AND ", 0, 5)) {
                parts.add(bare.substring(from, i));
                from = i + 5;
            }
        }
        if (parts.isEmpty()) {
            terms.add(bare);
            return;
        }
        parts.add(bare.substring(from));
        parts.forEach(part -> split(part, terms));
    }

    /** Without parentheses around all of it. */
    private static String bare(String text) {
        String bare = text.strip();
        while (bare.startsWith("(") && closing(bare, 0) == bare.length() - 1) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }

    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted = (character == '\'' || character == '"') != quoted;
            if (!quoted) {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String plain(String term) {
        return bare(term.replaceAll("::[a-z_ ]+(\\(\\d+(,\\d+)?\\))?", "")
                        .replace("(", "")
                        .replace(")", ""))
                .replace("'", "")
                .replaceAll("\\s+", " ");
    }
}
