package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Specifies what is understood of a Java source file without compiling it. */
class JavaHeaderReaderTest {

    @Test
    void readsAllMembers() {
        FileHeader header = read("""
                /* package wrong; */
                package db . migration ;
                import static java.lang.Math.*;
                // @Revision(id = "comment")
                @SuppressWarnings({"a)", ")"}) @Revision(
                    id = ("3f" + /* joined */ "2a"), revises = {"a", "b",}, dependsOn = "c",
                    labels = {}, message = "say \\"hi\\", \\u0041 \\t tab")
                public final class M1 implements Migration { String s = "}"; }
                """);
        assertThat(header.node()).isEqualTo(node("3f2a", "a", "b").dependsOn("c"));
        assertThat(header.message()).isEqualTo("say \"hi\", A \t tab");
        assertThat(header.className()).isEqualTo("db.migration.M1");
        assertThat(header.line()).isEqualTo(5);
    }

    @Test
    void readsTextBlocksAndTheQualifiedName() {
        FileHeader header = read(
                "import x.y.Revision;\n@org.limbeck.migration.Revision(id=\"a\", message=\"\"\"\n    two \\\n    parts\"\"\")\nclass M {}");
        assertThat(header.message()).isEqualTo("two parts");
        assertThat(header.className()).isEqualTo("M");
    }

    @Test
    void readsUnicodeEscapesAnywhere() {
        assertThat(read("\\u0040Revision(id=\"\\uu0061\", message = \"\\\\u0041\") class M\\u00e9 {}"))
                .isEqualTo(new FileHeader(node("a").node(), "\\u0041", "", "Mé", 1));
    }

    @Test
    void toleratesCarriageReturns() {
        assertThat(read("package p;\r\n\r\n@Revision(id = \"a\")\r\nclass M {}\r\n")
                        .line())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class Helper {}",
                "",
                "package p;",
                "// implements Migration @Revision\nclass Helper { String s = \"implements Migration\"; }",
                "import com.other.Migration; class X implements Migration {}",
                "import com.other.Revision; @Revision(1) class X {}",
                "class X { @Revision(id = \"inner\") static class Y implements Migration {} }",
                "abstract class Base implements Migration {}",
                "interface Base extends Migration {}",
                "class X extends Migration {}",
                "class X implements Comparable<Migration> {}",
                "record R(Migration m) implements Other {}",
                "@interface Revision { String[] value() default {}; }",
                "class X { char c = '\"'; char d = '\\''; }\nenum E { A { void Migration() {} } }",
            })
    void leavesHelpersAlone(String source) {
        assertThat(read(source).node()).isNull();
    }

    @Test
    void findsTheMigrationBehindAHelperInTheSameFile() {
        FileHeader header = read("class Helper { void f() { if (1 > 0) {} } }\n@Revision(id = \"a\") class M {}");
        assertThat(header.className()).isEqualTo("M");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package p;\n\npublic class M implements java.io.Serializable, Migration {}",
                "package p;\n\nclass M<T> extends Base<T> implements org.limbeck.migration.Migration {}",
                "package p;\n\nrecord M() implements Migration {}",
            })
    void asksForTheAnnotation(String source) {
        Problem problem = problem(source);
        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_HEADER);
        assertThat(problem.sentence()).isEqualTo("p.M implements Migration and has no @Revision");
        assertThat(problem.place()).isEqualTo(new Place("M.java", 3));
        assertThat(problem.hints().get(0).command()).startsWith("@Revision(id = \"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id = ID                   | id of @Revision is not a string literal: ID",
                "id = \"a\" + X.Y          | id of @Revision is not a string literal: X",
                "id = \"a\".trim()         | id of @Revision is not a string literal: .",
                "id = \"a\", revises = {\"b\", C} | revises of @Revision is not a string literal: C",
                "id = 'a'                  | id of @Revision is not a string literal: 'a'",
                "revises = \"a\"           | @Revision has no id",
                "\"a\"                     | @Revision has no member a",
                "id = \"a\", id = \"b\"    | id stands twice in @Revision",
                "id = \"a\", revise = \"b\" | @Revision has no member revise",
                "id = {\"a\"}              | id of @Revision is one string",
                "id = \"a\" revises = \"\" | id of @Revision is not a string literal: revises",
                "id = \"a                  | a string is never closed",
            })
    void refusesWhatIsNoLiteral(String members, String sentence) {
        Problem problem = problem("\n@Revision(" + members + ")\nclass M {}");
        assertThat(problem.sentence()).isEqualTo(sentence);
        assertThat(problem.place()).isEqualTo(new Place("M.java", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "a b", "head", "", "x@y", "123456789012345678901234567890123"})
    void refusesIdentifiersThatCannotBeNamed(String id) {
        assertThat(problem("@Revision(id = \"" + id + "\") class M {}").code())
                .isEqualTo(ProblemCode.INVALID_REVISION_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@Revision(", "@Revision(id", "@Revision(id = \"a\"", "@Revision(id = \"a\") /*", "@Revision"})
    void endsWhereTheFileEnds(String source) {
        assertThat(problem(source).code()).isEqualTo(ProblemCode.MIGRATION_HEADER);
    }

    private record Node(RevisionNode node) {
        RevisionNode dependsOn(String other) {
            return new RevisionNode(node.id(), node.revises(), List.of(other), node.labels());
        }
    }

    private static Node node(String id, String... revises) {
        return new Node(new RevisionNode(id, List.of(revises), List.of(), List.of()));
    }

    private static FileHeader read(String source) {
        return new JavaHeaderReader("M.java", "M", source).read();
    }

    private static Problem problem(String source) {
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, () -> read(source));
        return thrown.problem();
    }
}
