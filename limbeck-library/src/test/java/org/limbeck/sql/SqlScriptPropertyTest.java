package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;

/** Laws of splitting over generated scripts. */
class SqlScriptPropertyTest {

    @Property
    void joinedStatementsSplitIntoThemselves(@ForAll("statements") List<String> statements) {
        String script = String.join("\n;\n", statements);
        List<ScriptStatement> split = SqlScript.statements("a.sql", script);
        assertThat(split).extracting(ScriptStatement::text).isEqualTo(statements);
        for (ScriptStatement statement : split) {
            assertThat(script.startsWith(statement.text(), statement.offset())).isTrue();
            long linesBefore = script.substring(0, statement.offset())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(statement.line()).isEqualTo(linesBefore + 1);
        }
    }

    @Property(tries = 3000)
    void anyTextIsSplitOrRefused(@ForAll("noise") String text) {
        try {
            SqlScript.statements("a.sql", text)
                    .forEach(statement -> assertThat(statement.text())
                            .isEqualTo(statement.text().strip())
                            .isNotEmpty());
        } catch (LimbeckException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.SQL_SCRIPT);
        }
    }

    @Provide
    Arbitrary<List<String>> statements() {
        Arbitrary<String> word = Arbitraries.of("select", "x", "\"a;b\"", "12", "$1", "a$b$", "+", "é", "e", "copy");
        Arbitrary<String> inner =
                Arbitraries.strings().withChars(";'-/*$ \n(ab").ofMaxLength(8);
        Arbitrary<String> string = inner.map(text -> "'" + text.replace("'", "''") + "'");
        Arbitrary<String> escaped = inner.map(text -> "E'" + text.replace("'", "\\'") + "'");
        Arbitrary<String> dollars = inner.map(text -> "$q1$" + text.replace("$", "") + "$q1$");
        Arbitrary<String> comment =
                inner.map(text -> "/*" + text.replace("*", "").replace("/", "") + "/* ; */ */");
        Arbitrary<String> lineComment = inner.map(text -> "--" + text.replace("\n", "") + "\n");
        Arbitrary<String> parentheses = string.map(text -> "(" + text + ";" + text + ")");
        Arbitrary<String> token = Arbitraries.oneOf(word, string, escaped, dollars, parentheses);
        Arbitrary<String> filler = Arbitraries.oneOf(token, comment, lineComment);
        Arbitrary<String> body = filler.list().ofMaxSize(6).map(parts -> String.join(" ", parts));
        return token.flatMap(first -> body.flatMap(middle -> token.map(last -> first + " " + middle + " " + last)))
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "'",
                        "\"",
                        "$",
                        "$$",
                        "$a$",
                        "/*",
                        "*/",
                        "--",
                        "\n",
                        ";",
                        "(",
                        ")",
                        "\\",
                        "e'",
                        "x",
                        "1",
                        " ",
                        "create function ",
                        "begin atomic ",
                        " end",
                        " case ",
                        "copy ",
                        "from stdin",
                        "\u00e9")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
