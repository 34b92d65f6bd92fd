package org.limbeck.ddl;

/**
 * A piece of a statement.
 *
 * @param kind what it is
 * @param text a word in lower case, a quoted name or a string without its quotes, or the signs themselves
 * @param start where it begins in the statement, in chars
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        SIGN
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }
}
