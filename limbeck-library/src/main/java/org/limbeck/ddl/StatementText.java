package org.limbeck.ddl;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.Identifiers;

/** Statements as text that is changed a little: what people wrote stays as it is. */
public final class StatementText {

    private StatementText() {}

    /** The statement with something behind its last token, before comments that follow it. */
    public static String withEnd(String statement, String addition) {
        List<Token> tokens = tokens(statement);
        return tokens.isEmpty()
                ? statement
                : statement.substring(0, tokens.get(tokens.size() - 1).end()) + addition;
    }

    /** The statement with a word behind the first of its words that is this one. */
    public static String withWordBehind(String statement, String word, String addition) {
        for (Token token : tokens(statement)) {
            if (token.isWord(word)) {
                return statement.substring(0, token.end()) + " " + addition + statement.substring(token.end());
            }
        }
        return statement;
    }

    /** Whether both are the same to the server, whatever their case, spaces and comments. */
    public static boolean isSame(String one, String other) {
        List<Token> ones = tokens(one);
        List<Token> others = tokens(other);
        if (ones.size() != others.size() || ones.isEmpty()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            Token a = ones.get(i);
            Token b = others.get(i);
            boolean names = a.isName() && b.isName();
            if (!a.text().equals(b.text()) || !(names || a.kind() == b.kind())) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the server prints of an index or a constraint, with another name for a column.
     *
     * @return null where the name may stand for something else, too, or where its operators are named
     */
    public static @Nullable String withColumn(String printed, String column, String other) {
        StringBuilder text = new StringBuilder(printed);
        List<Token> tokens = tokens(printed);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (!token.isName() || !token.text().equals(column) || isKeyWord(token, printed)) {
                continue;
            }
            Token before = i == 0 ? null : tokens.get(i - 1);
            Token behind = i + 1 == tokens.size() ? null : tokens.get(i + 1);
            boolean clear = (before == null || canStandBeforeColumn(before, printed))
                    && (behind == null || canStandBehindColumn(token, behind, printed));
            if (!clear) {
                return null;
            }
            text.replace(token.start(), token.end(), Identifiers.quoted(other));
        }
        return text.toString();
    }

    private static boolean canStandBeforeColumn(Token token, String printed) {
        return token.isName()
                ? isKeyWord(token, printed) && !token.isWord("collate") && !token.isWord("as")
                : !token.isSign(".") && !token.isSign("::");
    }

    /** Settings have no spaces around their sign, names of operator classes stand right behind. */
    private static boolean canStandBehindColumn(Token column, Token token, String printed) {
        boolean setting = token.isSign("=") && token.start() == column.end();
        return token.isName()
                ? isKeyWord(token, printed) && !token.isWord("collate") && !token.isWord("from")
                : !token.isSign("(") && !token.isSign(".") && !token.isSign("=>") && !setting;
    }

    /** The server prints these in capitals, and quotes every name that has one. */
    private static boolean isKeyWord(Token token, String printed) {
        return token.kind() == Token.Kind.WORD && Character.isUpperCase(printed.charAt(token.start()));
    }

    private static List<Token> tokens(String statement) {
        try {
            List<Token> tokens = Lexer.tokens(statement);
            while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).isSign(";")) {
                tokens.remove(tokens.size() - 1);
            }
            return tokens;
        } catch (UnclearStatement unclear) {
            return List.of();
        }
    }
}
