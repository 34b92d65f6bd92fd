package org.limbeck.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.limbeck.schema.QualifiedName;

/** The tokens of a statement, read from left to right. */
final class Tokens {

    private final String statement;
    private final List<Token> tokens;
    private int next;

    private Tokens(String statement, List<Token> tokens) {
        this.statement = statement;
        this.tokens = tokens;
    }

    static Tokens of(String statement) throws UnclearStatement {
        List<Token> tokens = Lexer.tokens(statement);
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(";")) {
            tokens.remove(tokens.size() - 1);
        }
        return new Tokens(statement, tokens);
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** Takes these words or signs if they come next. */
    boolean took(String... words) {
        if (!sees(words)) {
            return false;
        }
        next += words.length;
        return true;
    }

    boolean sees(String... words) {
        if (next + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            Token token = tokens.get(next + i);
            if (!token.isWord(words[i]) && !token.isSign(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean seesOneOf(String... words) {
        for (String word : words) {
            if (sees(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name comes next, and then this sign. */
    boolean seesNameBefore(String sign) {
        return next + 1 < tokens.size()
                && tokens.get(next).isName()
                && tokens.get(next + 1).isSign(sign);
    }

    boolean seesQuoted() {
        return !atEnd() && tokens.get(next).kind() == Token.Kind.QUOTED;
    }

    void expect(String... words) throws UnclearStatement {
        if (!took(words)) {
            throw unexpected();
        }
    }

    void expectEnd() throws UnclearStatement {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    UnclearStatement unexpected() {
        return new UnclearStatement(
                atEnd()
                        ? "it ends too early"
                        : "\""
                                + statement.substring(
                                        tokens.get(next).start(),
                                        tokens.get(next).end())
                                + "\" was not expected there");
    }

    /** Passes over whatever comes. */
    void skip() {
        next++;
    }

    /** A word, where it doesn't matter which. */
    String word() throws UnclearStatement {
        if (atEnd() || tokens.get(next).kind() != Token.Kind.WORD) {
            throw unexpected();
        }
        return tokens.get(next++).text();
    }

    String name() throws UnclearStatement {
        if (atEnd() || !tokens.get(next).isName()) {
            throw unexpected();
        }
        return Names.qualified(null, tokens.get(next++).text()).name();
    }

    QualifiedName qualifiedName() throws UnclearStatement {
        String first = name();
        if (!took(".")) {
            return Names.qualified(null, first);
        }
        QualifiedName name = Names.qualified(first, name());
        if (sees(".")) {
            throw new UnclearStatement("a name in it has three parts");
        }
        return name;
    }

    List<QualifiedName> qualifiedNames() throws UnclearStatement {
        List<QualifiedName> names = new ArrayList<>();
        do {
            names.add(qualifiedName());
        } while (took(","));
        return names;
    }

    /** Names in parentheses. */
    List<String> nameList() throws UnclearStatement {
        expect("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(name());
        } while (took(","));
        expect(")");
        return names;
    }

    boolean seesNumber() {
        return !atEnd() && tokens.get(next).kind() == Token.Kind.NUMBER;
    }

    int wholeNumber() throws UnclearStatement {
        if (seesNumber()) {
            try {
                return Integer.parseInt(tokens.get(next++).text());
            } catch (NumberFormatException other) {
                next--;
            }
        }
        throw unexpected();
    }

    String string() throws UnclearStatement {
        if (atEnd() || tokens.get(next).kind() != Token.Kind.STRING) {
            throw unexpected();
        }
        return tokens.get(next++).text();
    }

    /** What stands in parentheses, without them. */
    List<Token> parenthesized() throws UnclearStatement {
        expect("(");
        int start = next;
        int depth = 1;
        while (!atEnd()) {
            Token token = tokens.get(next++);
            if (token.isSign("(")) {
                depth++;
            } else if (token.isSign(")") && --depth == 0) {
                return tokens.subList(start, next - 1);
            }
        }
        throw unexpected();
    }

    Expression parenthesizedExpression() throws UnclearStatement {
        List<Token> inside = parenthesized();
        if (inside.isEmpty()) {
            throw unexpected();
        }
        return Expression.of(statement, inside);
    }

    /** The tokens up to a word or comma of this level that ends them; at least one. */
    Expression expressionUntil(Set<String> words) throws UnclearStatement {
        int start = next;
        int depth = 0;
        while (!atEnd()) {
            Token token = tokens.get(next);
            if (token.isSign("(") || token.isSign("[")) {
                depth++;
            } else if (token.isSign(")") || token.isSign("]")) {
                if (--depth < 0) {
                    break;
                }
            } else if (depth == 0
                    && next > start
                    && (token.isSign(",") || (token.kind() == Token.Kind.WORD && words.contains(token.text())))) {
                break;
            }
            next++;
        }
        if (next == start) {
            throw unexpected();
        }
        return Expression.of(statement, tokens.subList(start, next));
    }

    /** Where the next one is, for {@link #textSince}. */
    int place() {
        return next;
    }

    /** What was taken since a place, as it stands in the statement; at least one token. */
    String textSince(int place) {
        return statement.substring(
                tokens.get(place).start(), tokens.get(next - 1).end());
    }

    /** What is left, as it stands in the statement. */
    String textOfRest() {
        return atEnd()
                ? ""
                : statement.substring(
                        tokens.get(next).start(), tokens.get(tokens.size() - 1).end());
    }

    /** All that is left. */
    List<Token> rest() {
        List<Token> rest = tokens.subList(next, tokens.size());
        next = tokens.size();
        return rest;
    }

    String text() {
        return statement;
    }
}
