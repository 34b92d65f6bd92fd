package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Specifies where the statements of a script begin and end. */
class SqlScriptTest {

    @Test
    void splitsAtSemicolonsAndKeepsPositions() {
        String text = "-- leading\nSELECT 1;\n\n  SELECT 2 -- why\n , 3 ; /* end */";
        assertThat(SqlScript.statements("a.sql", text))
                .containsExactly(
                        new ScriptStatement("SELECT 1", 2, 11),
                        new ScriptStatement("SELECT 2 -- why\n , 3", 4, text.indexOf("SELECT 2")));
    }

    @Test
    void hasNoStatementWithoutTokens() {
        assertThat(texts("")).isEmpty();
        assertThat(texts(";; -- nothing\n ; /* ; */ ;")).isEmpty();
    }

    @Test
    void needsNoSemicolonAtTheEnd() {
        assertThat(texts("SELECT 1;\nSELECT 2 -- last")).containsExactly("SELECT 1", "SELECT 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ';'",
                "SELECT 'it''s; so'",
                "SELECT 'back\\'",
                "SELECT E'quo\\'te;'",
                "SELECT e'\\\\'",
                "SELECT E'one'\n  'tw\\'o;'",
                "SELECT U&'d\\0061t;' ",
                "SELECT U&\"d\\0061t;\"",
                "SELECT \"odd\"\";name\"",
                "SELECT $$ ; $$",
                "SELECT $tag$ ; $$ ; $tag2$ ; $tag$",
                "SELECT $ünï$;$ünï$",
                "SELECT $1 + $2",
                "SELECT a$b$ FROM t -- ; \n WHERE x",
                "SELECT /* ; /* ; */ ; */ 1",
                "SELECT 1 -- ;\n + 2",
                "SELECT 1 +-- ;\n 2",
                "SELECT 1 -- ;\r + 2",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
                "SELECT 1 */* ; */ 2",
                "SELECT x'1F', b'01', 1e10, 0xFF, N'a;'",
            })
    void isOneStatement(String statement) {
        assertThat(texts(statement + "; SELECT 'next'")).containsExactly(statement.strip(), "SELECT 'next'");
    }

    @Test
    void aTagAfterANameIsPartOfTheName() {
        assertThat(texts("SELECT a$x$; SELECT b$x$")).containsExactly("SELECT a$x$", "SELECT b$x$");
    }

    @Test
    void keepsTheBodyOfASqlFunctionTogether() {
        String function = """
                CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql
                BEGIN ATOMIC
                  UPDATE t SET x = CASE WHEN a > 0 THEN 1 ELSE 2 END;
                  SELECT CASE a WHEN 1 THEN CASE WHEN true THEN 1 END END AS end;
                  SELECT t.end FROM t;
                END""";
        assertThat(texts(function + ";\nSELECT 1;")).containsExactly(function, "SELECT 1");
        String procedure = "create procedure p() begin atomic delete from t; end";
        assertThat(texts(procedure + "; BEGIN; SELECT 2; END; "))
                .containsExactly(procedure, "BEGIN", "SELECT 2", "END");
    }

    @Test
    void aFunctionMayBeCalledBegin() {
        assertThat(texts("CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT 1"))
                .containsExactly("CREATE FUNCTION begin() RETURNS int RETURN 1", "SELECT 1");
    }

    @Test
    void countsLinesInsideQuotesAndComments() {
        String text = "SELECT 'a\nb', $$\n\n$$, \"x\ny\", E'\\\n' /*\n*/;\r\nSELECT 2";
        assertThat(SqlScript.statements("a.sql", text))
                .extracting(ScriptStatement::line)
                .containsExactly(1, 8);
    }

    @Test
    void takesSectionsByMarkerLines() {
        String text = "SELECT 0;\n--  Upgrade \nSELECT '\n-- downgrade\n'\n-- downgrade\nSELECT 2;";
        List<SqlScript.Section> sections = SqlScript.sections("a.sql", text, Set.of("upgrade", "downgrade"));
        assertThat(sections).extracting(SqlScript.Section::name).containsExactly("", "upgrade", "downgrade");
        assertThat(sections).extracting(SqlScript.Section::line).containsExactly(1, 2, 6);
        assertThat(sections.get(1).statements())
                .extracting(ScriptStatement::text)
                .containsExactly("SELECT '\n-- downgrade\n'");
        assertThat(sections.get(2).statements()).containsExactly(new ScriptStatement("SELECT 2", 7, 60));
    }

    @Test
    void aMarkerBehindCodeIsAComment() {
        assertThat(SqlScript.sections("a.sql", "SELECT 1 -- upgrade\n", Set.of("upgrade")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x", "\"x", "E'\\'", "$a$ $b$", "/* /* */", "(;", "'x''"})
    void saysWhereSomethingUnclosedBegan(String open) {
        Problem problem = problem("SELECT 1;\nSELECT " + open + "\n\n;\n");
        assertThat(problem.code()).isEqualTo(ProblemCode.SQL_SCRIPT);
        assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
        assertThat(problem.sentence()).contains("never closed");
    }

    @Test
    void saysThatABodyHasNoEnd() {
        Problem problem = problem("CREATE FUNCTION f() RETURNS int\nBEGIN ATOMIC SELECT 1;\n");
        assertThat(problem.sentence()).isEqualTo("BEGIN ATOMIC has no END");
        assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\i other.sql", "\\copy t FROM 'x'", "SELECT 1 \\gset"})
    void refusesCommandsOfPsql(String command) {
        assertThat(problem("SELECT 1;\n" + command + "\n").sentence()).endsWith("is a command of psql and not SQL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM STDIN;\n1\t2\n\\.\n",
                "copy s.t (a, b) from stdin with (format csv)",
                "COPY (SELECT 1) TO STDOUT"
            })
    void refusesCopyThroughTheClient(String copy) {
        Problem problem = problem("\n" + copy);
        assertThat(problem.sentence()).startsWith("COPY");
        assertThat(problem.place()).isEqualTo(new Place("a.sql", 2));
    }

    @Test
    void letsCopyReadOnTheServer() {
        assertThat(texts("COPY t FROM '/stdin'; SELECT stdin FROM stdin")).hasSize(2);
    }

    private static List<String> texts(String script) {
        return SqlScript.statements("a.sql", script).stream()
                .map(ScriptStatement::text)
                .toList();
    }

    private static Problem problem(String script) {
        LimbeckException thrown =
                catchThrowableOfType(LimbeckException.class, () -> SqlScript.statements("a.sql", script));
        return thrown.problem();
    }
}
