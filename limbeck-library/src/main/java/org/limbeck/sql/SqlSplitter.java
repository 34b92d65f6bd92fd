package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** One pass over the text of a script. Serves one text and is thrown away. */
final class SqlSplitter {

    private static final int NO_STATEMENT = -1;

    private final String file;
    private final String text;
    private final int length;
    private final Set<String> markers;

    private final List<SqlScript.Section> sections = new ArrayList<>();
    private List<ScriptStatement> statements = new ArrayList<>();
    private String sectionName = "";
    private int sectionLine = 1;

    private int position;
    private int line = 1;

    private int statementStart = NO_STATEMENT;
    private int statementLine;
    private int statementEnd;
    private int depth;
    private int parenthesisLine;
    private int bodyLine;
    private final StatementWords words = new StatementWords();

    SqlSplitter(String file, String text, Set<String> markers) {
        this.file = file;
        this.text = text;
        this.length = text.length();
        this.markers = markers;
    }

    List<SqlScript.Section> sections() {
        while (position < length) {
            step(text.charAt(position));
        }
        endSection();
        return List.copyOf(sections);
    }

    private void step(char c) {
        if (c == '\n') {
            line++;
            position++;
        } else if (isSpace(c)) {
            position++;
        } else if (c == '-' && at(position + 1) == '-') {
            lineComment();
        } else if (c == '/' && at(position + 1) == '*') {
            blockComment();
        } else if (c == ';' && depth == 0 && !words.insideBody()) {
            endStatement();
            position++;
        } else {
            token(c);
        }
    }

    private void token(char c) {
        if (statementStart == NO_STATEMENT) {
            statementStart = position;
            statementLine = line;
        }
        if (isWordStart(c)) {
            word();
        } else if (isDigit(c)) {
            number();
        } else if (c == '\'' || c == '"') {
            quoted(c, false);
        } else if (c == '$') {
            dollar();
        } else if (c == '\\') {
            throw problem("\"" + lineRest(position) + "\" is a command of psql and not SQL", line)
                    .hint("put the SQL itself into the file; psql's backslash commands work in psql only")
                    .exception();
        } else {
            symbol(c);
        }
        statementEnd = position;
    }

    private void symbol(char c) {
        if (c == '(') {
            if (depth == 0) {
                parenthesisLine = line;
            }
            depth++;
        } else if (c == ')' && depth > 0) {
            depth--;
        }
        words.other(c == '.' ? "." : "");
        position++;
    }

    private void word() {
        int start = position;
        while (position < length && isWordPart(text.charAt(position))) {
            position++;
        }
        if (position - start == 1 && (text.charAt(start) == 'e' || text.charAt(start) == 'E') && at(position) == '\'') {
            quoted('\'', true);
            return;
        }
        if (!words.matter()) {
            return;
        }
        boolean outside = !words.insideBody();
        words.word(text.substring(start, position).toLowerCase(Locale.ROOT), depth == 0);
        if (outside && words.insideBody()) {
            bodyLine = line;
        }
        if (words.copiesFromClient()) {
            throw problem("COPY with the data in the script needs psql", line)
                    .hint("write the rows as INSERT INTO ... VALUES (...), (...)")
                    .exception();
        }
    }

    /** Digits with the letters of 0x1F, 1e10 and 1_000; a quote or tag that follows stays a token of its own. */
    private void number() {
        while (position < length && (isDigit(at(position)) || (isWordStart(at(position)) && at(position) < 0x80))) {
            position++;
        }
        words.other("");
    }

    private void quoted(char quote, boolean backslashEscapes) {
        int startLine = line;
        position++;
        while (true) {
            if (position >= length) {
                throw problem("a quote (" + quote + ") is never closed", startLine)
                        .exception();
            }
            char c = text.charAt(position++);
            if (c == '\n') {
                line++;
            } else if (c == '\\' && backslashEscapes && position < length) {
                if (text.charAt(position++) == '\n') {
                    line++;
                }
            } else if (c == quote) {
                if (at(position) == quote) {
                    position++;
                } else if (!backslashEscapes || !continues()) {
                    break;
                }
            }
        }
        words.other("");
    }

    /**
     * A string goes on after white space with a line break and another quote. Only for E'' does it matter: the second
     * part has backslash escapes as well. Moves behind the opening quote if so.
     */
    private boolean continues() {
        int next = position;
        int lines = 0;
        while (next < length && isSpace(text.charAt(next))) {
            if (text.charAt(next) == '\n') {
                lines++;
            }
            next++;
        }
        if (lines == 0 || at(next) != '\'') {
            return false;
        }
        line += lines;
        position = next + 1;
        return true;
    }

    /** A quote with a tag, or else a parameter like $1 or a stray dollar sign. */
    private void dollar() {
        int tagEnd = position + 1;
        if (isWordStart(at(tagEnd))) {
            while (isWordStart(at(tagEnd)) || isDigit(at(tagEnd))) {
                tagEnd++;
            }
        }
        if (at(tagEnd) != '$') {
            position++;
            words.other("");
            return;
        }
        String tag = text.substring(position, tagEnd + 1);
        int close = text.indexOf(tag, tagEnd + 1);
        if (close < 0) {
            throw problem("a quote (" + tag + ") is never closed", line).exception();
        }
        skipTo(close + tag.length());
        words.other("");
    }

    private void lineComment() {
        int start = position;
        while (position < length && text.charAt(position) != '\n' && text.charAt(position) != '\r') {
            position++;
        }
        if (!markers.isEmpty()) {
            String comment = text.substring(start + 2, position).strip().toLowerCase(Locale.ROOT);
            if (markers.contains(comment) && beginsLine(start)) {
                endSection();
                sectionName = comment;
                sectionLine = line;
            }
        }
    }

    private void blockComment() {
        int startLine = line;
        int nesting = 1;
        position += 2;
        while (nesting > 0) {
            if (position >= length) {
                throw problem("a comment (/*) is never closed", startLine).exception();
            }
            char c = text.charAt(position++);
            if (c == '\n') {
                line++;
            } else if (c == '*' && at(position) == '/') {
                nesting--;
                position++;
            } else if (c == '/' && at(position) == '*') {
                nesting++;
                position++;
            }
        }
    }

    private void endStatement() {
        if (statementStart != NO_STATEMENT) {
            statements.add(
                    new ScriptStatement(text.substring(statementStart, statementEnd), statementLine, statementStart));
        }
        statementStart = NO_STATEMENT;
        words.clear();
    }

    private void endSection() {
        if (depth > 0) {
            throw problem("a parenthesis is never closed", parenthesisLine).exception();
        }
        if (words.insideBody()) {
            throw problem("BEGIN ATOMIC has no END", bodyLine).exception();
        }
        endStatement();
        sections.add(new SqlScript.Section(sectionName, sectionLine, statements));
        statements = new ArrayList<>();
    }

    private void skipTo(int end) {
        for (int i = position; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        position = end;
    }

    private boolean beginsLine(int offset) {
        int i = offset - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n' || text.charAt(i) == '\r';
    }

    private Problem problem(String sentence, int atLine) {
        return Problem.of(ProblemCode.SQL_SCRIPT, sentence)
                .at(new Place(file, atLine))
                .evidence(lineAt(atLine));
    }

    private String lineAt(int wanted) {
        int start = 0;
        for (int i = 1; i < wanted; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return lineRest(start);
    }

    private String lineRest(int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? length : end).stripTrailing();
    }

    private char at(int index) {
        return index < length ? text.charAt(index) : '\0';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** What the server lets an identifier begin with: every character beyond ASCII is a letter to it. */
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
