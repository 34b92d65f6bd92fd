package org.limbeck.ddl;

import java.util.List;

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
