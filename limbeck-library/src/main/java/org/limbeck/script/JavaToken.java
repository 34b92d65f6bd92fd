package org.limbeck.script;

/**
 * A token of Java source.
 *
 * @param kind what it is
 * @param text the name, the sign, or the value of a string
 * @param line the line it begins on
 */
record JavaToken(Kind kind, String text, int line) {

    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        OTHER_LITERAL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }
}
