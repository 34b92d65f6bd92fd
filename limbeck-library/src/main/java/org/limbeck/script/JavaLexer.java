package org.limbeck.script;

import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Cuts Java source into tokens, as far as somebody asks for them. Serves one file and is thrown away. */
final class JavaLexer {

    private static final String TEXT_BLOCK = "\"\"\"";

    private final String file;
    private final String text;
    private int position;
    private int line = 1;

    JavaLexer(String file, String text) {
        this.file = file;
        this.text = text.contains("\\u") ? UnicodeEscapes.translate(text) : text;
    }

    JavaToken next() {
        skipSpaceAndComments();
        if (position >= text.length()) {
            return new JavaToken(JavaToken.Kind.END, "the end of the file", line);
        }
        int start = position;
        char c = text.charAt(position);
        if (Character.isJavaIdentifierStart(c) || Character.isHighSurrogate(c)) {
            skipWord();
            return new JavaToken(JavaToken.Kind.WORD, text.substring(start, position), line);
        }
        if (c == '"') {
            return text.startsWith(TEXT_BLOCK, position) ? textBlock() : string();
        }
        if (c == '\'') {
            endOfLiteral('\'', "a character");
            return new JavaToken(JavaToken.Kind.OTHER_LITERAL, text.substring(start, position), line);
        }
        if (c >= '0' && c <= '9') {
            skipWord();
            return new JavaToken(JavaToken.Kind.OTHER_LITERAL, text.substring(start, position), line);
        }
        position++;
        return new JavaToken(JavaToken.Kind.SYMBOL, String.valueOf(c), line);
    }

    private void skipWord() {
        do {
            position++;
        } while (position < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(position))
                        || Character.isSurrogate(text.charAt(position))));
    }

    private void skipSpaceAndComments() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                line++;
                position++;
            } else if (c <= ' ' || c == '\u001A') {
                position++;
            } else if (text.startsWith("//", position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", position)) {
                int end = text.indexOf("*/", position + 2);
                if (end < 0) {
                    throw unclosed("a comment", line);
                }
                skipTo(end + 2);
            } else {
                return;
            }
        }
    }

    private JavaToken string() {
        int start = position + 1;
        int startLine = line;
        endOfLiteral('"', "a string");
        return new JavaToken(
                JavaToken.Kind.STRING, unescaped(text.substring(start, position - 1), startLine), startLine);
    }

    /** Moves behind a literal that must end on its line. */
    private void endOfLiteral(char quote, String what) {
        position++;
        while (position < text.length() && text.charAt(position) != quote && text.charAt(position) != '\n') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        if (position >= text.length() || text.charAt(position) != quote) {
            throw unclosed(what, line);
        }
        position++;
    }

    private JavaToken textBlock() {
        int startLine = line;
        int end = position + TEXT_BLOCK.length();
        while (!text.startsWith(TEXT_BLOCK, end)) {
            if (end >= text.length()) {
                throw unclosed("a text block", startLine);
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        String raw = text.substring(position + TEXT_BLOCK.length(), end);
        skipTo(end + TEXT_BLOCK.length());
        String content = raw.replace("\r\n", "\n");
        return new JavaToken(
                JavaToken.Kind.STRING,
                unescaped(content.substring(content.indexOf('\n') + 1).stripIndent(), startLine),
                startLine);
    }

    private String unescaped(String content, int atLine) {
        try {
            return content.translateEscapes();
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemCode.MIGRATION_HEADER, "a string has a backslash that means nothing in Java")
                    .at(new Place(file, atLine))
                    .evidence(content)
                    .exception(e);
        }
    }

    private void skipTo(int end) {
        for (int i = position; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        position = end;
    }

    private RuntimeException unclosed(String what, int atLine) {
        return Problem.of(ProblemCode.MIGRATION_HEADER, what + " is never closed")
                .at(new Place(file, atLine))
                .exception();
    }
}
