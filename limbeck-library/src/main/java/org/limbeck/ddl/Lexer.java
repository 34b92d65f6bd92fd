package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a statement apart by the rules of the server's lexer; comments are left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>
 */
final class Lexer {

    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws UnclearStatement {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() throws UnclearStatement {
        char character = text.charAt(at);
        if (Character.isWhitespace(character)) {
            at++;
        } else if (text.startsWith("--", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        } else if (text.startsWith("/*", at)) {
            skipComment();
        } else if (isStart(character)) {
            word();
        } else if (character == '"') {
            quoted(Token.Kind.QUOTED, at, at, false);
        } else if (character == '\'') {
            quoted(Token.Kind.STRING, at, at, false);
        } else if (character == '$') {
            dollars();
        } else if (isDigit(character) || (character == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            number();
        } else if (OPERATORS.indexOf(character) >= 0) {
            operator();
        } else {
            int end = text.startsWith("::", at) || text.startsWith(":=", at) ? at + 2 : at + 1;
            add(Token.Kind.SIGN, text.substring(at, end), at, end);
        }
    }

    private void add(Token.Kind kind, String value, int start, int end) {
        tokens.add(new Token(kind, value, start, end));
        at = end;
    }

    private void skipComment() throws UnclearStatement {
        int depth = 0;
        do {
            if (at + 1 >= text.length()) {
                throw new UnclearStatement("a comment is never closed");
            }
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0);
    }

    private void word() throws UnclearStatement {
        int start = at;
        int end = at + 1;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        String word = lower(text.substring(start, end));
        char next = end < text.length() ? text.charAt(end) : ' ';
        if (word.equals("u") && next == '&' && end + 1 < text.length() && "'\"".indexOf(text.charAt(end + 1)) >= 0) {
            throw new UnclearStatement("it has escapes of the form U&");
        }
        if (next == '\'' && word.length() == 1 && "ebxn".contains(word)) {
            quoted(Token.Kind.STRING, start, end, word.equals("e"));
        } else {
            add(Token.Kind.WORD, word, start, end);
        }
    }

    private void quoted(Token.Kind kind, int start, int open, boolean escapes) throws UnclearStatement {
        char quote = text.charAt(open);
        StringBuilder inside = new StringBuilder();
        int end = open + 1;
        while (true) {
            if (end >= text.length()) {
                throw new UnclearStatement("a quote is never closed");
            }
            char character = text.charAt(end);
            if (escapes && character == '\\' && end + 1 < text.length()) {
                inside.append(character).append(text.charAt(end + 1));
                end += 2;
            } else if (character != quote) {
                inside.append(character);
                end++;
            } else if (end + 1 < text.length() && text.charAt(end + 1) == quote) {
                inside.append(quote);
                end += 2;
            } else {
                add(kind, inside.toString(), start, end + 1);
                return;
            }
        }
    }

    private void dollars() throws UnclearStatement {
        int tagEnd = at + 1;
        while (tagEnd < text.length() && isPart(text.charAt(tagEnd)) && text.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
            throw new UnclearStatement("it has a parameter");
        }
        String tag = text.substring(at, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw new UnclearStatement("a quote is never closed");
        }
        add(Token.Kind.STRING, text.substring(tagEnd + 1, close), at, close + tag.length());
    }

    private void number() {
        int end = at;
        while (end < text.length() && (isPart(text.charAt(end)) || text.charAt(end) == '.')) {
            boolean exponent = "eE".indexOf(text.charAt(end)) >= 0;
            end++;
            if (exponent && end < text.length() && "+-".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        add(Token.Kind.NUMBER, text.substring(at, end), at, end);
    }

    private void operator() {
        int end = at;
        while (end < text.length()
                && OPERATORS.indexOf(text.charAt(end)) >= 0
                && !text.startsWith("--", end)
                && !text.startsWith("/*", end)) {
            end++;
        }
        add(Token.Kind.SIGN, text.substring(at, end), at, end);
    }

    /** The server folds ASCII letters only. */
    private static String lower(String word) {
        StringBuilder lower = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            lower.append(character >= 'A' && character <= 'Z' ? (char) (character + 32) : character);
        }
        return lower.toString();
    }

    private static boolean isStart(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= 0x80;
    }

    private static boolean isPart(char character) {
        return isStart(character) || isDigit(character) || character == '$';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
