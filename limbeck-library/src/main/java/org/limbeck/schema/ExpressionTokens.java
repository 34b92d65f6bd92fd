package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an expression in SQL, as far as names depend on them. */
final class ExpressionTokens {

    /** What follows in the names of types that have several words. */
    private static final Set<String> TYPE_CONTINUES = Set.of("varying", "precision", "with", "without", "time", "zone");

    private static final Pattern TOKEN = Pattern.compile(
            "(?<space>\\s++|--[^\\n]*+|/\\*(?s:.*?)\\*/)"
                    + "|(?<string>[eE]'(?:[^'\\\\]|\\\\.|'')*+'|(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*+')"
                    + "|(?<quoted>\"(?:[^\"]|\"\")++\")"
                    + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)"
                    + "|(?<number>[0-9][0-9.eE]*+)"
                    + "|(?<cast>::)"
                    + "|(?<sign>.)",
            Pattern.DOTALL);

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED,
        CONSTANT,
        SIGN
    }

    /**
     * One token.
     *
     * @param text a word in lower case, a quoted name without its quotes, the sign itself; empty for a constant
     */
    record Token(Kind kind, String text) {

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }

        boolean is(String wordOrSign) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(wordOrSign);
        }
    }

    private ExpressionTokens() {}

    static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            String text = matcher.group();
            if (matcher.group("string") != null || matcher.group("number") != null) {
                tokens.add(new Token(Kind.CONSTANT, ""));
            } else if (matcher.group("quoted") != null) {
                tokens.add(new Token(
                        Kind.QUOTED, text.substring(1, text.length() - 1).replace("\"\"", "\"")));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, text.toLowerCase(Locale.ROOT)));
            } else if (matcher.group("space") == null) {
                tokens.add(new Token(Kind.SIGN, text));
            }
        }
        return tokens;
    }

    /** Where the bracket that opens there is closed; the end where it never is. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[") || token.is("case")) {
                depth++;
            } else if ((token.is(")") || token.is("]") || token.is("end")) && --depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Where a type ends that begins there, its modifiers and brackets included. */
    static int typeEnd(List<Token> tokens, int start) {
        int end = start;
        boolean named = false;
        while (end < tokens.size()) {
            Token token = tokens.get(end);
            if (named && (token.is("(") || token.is("["))) {
                end = closing(tokens, end) + 1;
            } else if (token.is(".")) {
                named = false;
                end++;
            } else if (token.isName() && (!named || TYPE_CONTINUES.contains(token.text()))) {
                named = true;
                end++;
            } else {
                break;
            }
        }
        return Math.min(end, tokens.size());
    }
}
