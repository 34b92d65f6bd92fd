package org.limbeck.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.Identifiers;

/** The tokens of a plain statement, read from left to right. Anything out of the ordinary is {@link NotPlain}. */
final class Tokens {

    private enum Kind {
        WORD,
        QUOTED,
        TEXT,
        NUMBER,
        SIGN
    }

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens;
    private int next;

    private Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Tokens of(String statement) throws NotPlain {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < statement.length()) {
            char character = statement.charAt(at);
            int end = at + 1;
            if (Character.isWhitespace(character)) {
                at = end;
                continue;
            }
            if (isStart(character)) {
                while (end < statement.length() && isPart(statement.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, statement.substring(at, end).toLowerCase(Locale.ROOT)));
            } else if (character == '"' || character == '\'') {
                end = closing(statement, at);
                String inside = statement.substring(at + 1, end - 1);
                String doubled = String.valueOf(character) + character;
                tokens.add(new Token(
                        character == '"' ? Kind.QUOTED : Kind.TEXT,
                        inside.replace(doubled, String.valueOf(character))));
            } else if (character >= '0' && character <= '9') {
                while (end < statement.length() && (isDigit(statement.charAt(end)) || statement.charAt(end) == '.')) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, statement.substring(at, end)));
            } else if (character == '(' || character == ')' || character == ',' || character == '.') {
                tokens.add(new Token(Kind.SIGN, String.valueOf(character)));
            } else {
                throw new NotPlain();
            }
            at = end;
        }
        return new Tokens(tokens);
    }

    private static int closing(String statement, int open) throws NotPlain {
        char quote = statement.charAt(open);
        for (int at = open + 1; at < statement.length(); at++) {
            if (statement.charAt(at) == quote) {
                if (at + 1 < statement.length() && statement.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at + 1;
                }
            }
        }
        throw new NotPlain();
    }

    private static boolean isStart(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private static boolean isPart(char character) {
        return isStart(character) || isDigit(character) || character == '$';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** Takes these words if they come next. */
    boolean took(String... words) {
        if (next + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(next + i);
            boolean plain = token.kind() == Kind.WORD || token.kind() == Kind.SIGN;
            if (!plain || !token.text().equals(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /** Whether this sign comes next; it isn't taken. */
    boolean sees(String sign) {
        return !atEnd()
                && tokens.get(next).kind() == Kind.SIGN
                && tokens.get(next).text().equals(sign);
    }

    void expect(String... words) throws NotPlain {
        if (!took(words)) {
            throw new NotPlain();
        }
    }

    void expectEnd() throws NotPlain {
        if (!atEnd()) {
            throw new NotPlain();
        }
    }

    /** A name; a bare word is one only where it is none of SQL's own. */
    String name() throws NotPlain {
        Token token = token();
        if (isName(token)) {
            return token.text();
        }
        throw new NotPlain();
    }

    private static boolean isName(Token token) {
        return token.kind() == Kind.QUOTED
                || (token.kind() == Kind.WORD
                        && Identifiers.quoted(token.text()).equals(token.text()));
    }

    List<String> names() throws NotPlain {
        expect("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (took(","));
        expect(")");
        return names;
    }

    @Nullable
    String takeText() {
        return take(Kind.TEXT);
    }

    @Nullable
    String takeNumber() {
        return take(Kind.NUMBER);
    }

    /** A word of SQL. */
    String word() throws NotPlain {
        Token token = token();
        if (token.kind() != Kind.WORD) {
            throw new NotPlain();
        }
        return token.text();
    }

    String text() throws NotPlain {
        String text = takeText();
        if (text == null) {
            throw new NotPlain();
        }
        return text;
    }

    long number() throws NotPlain {
        String number = takeNumber();
        if (number == null || number.indexOf('.') >= 0 || number.length() > 18) {
            throw new NotPlain();
        }
        return Long.parseLong(number);
    }

    private @Nullable String take(Kind kind) {
        if (!atEnd() && tokens.get(next).kind() == kind) {
            return tokens.get(next++).text();
        }
        return null;
    }

    private Token token() throws NotPlain {
        if (atEnd()) {
            throw new NotPlain();
        }
        return tokens.get(next++);
    }
}
