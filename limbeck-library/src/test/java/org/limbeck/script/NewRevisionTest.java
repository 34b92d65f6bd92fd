package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Specifies the text of new migrations, and that it is read again as it was meant. */
class NewRevisionTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 11, 22, 14, 3, 9);
    private static final RevisionNode NODE = new RevisionNode("3f2a91c0", List.of("9b1c44e0"), List.of(), List.of());

    @TempDir
    Path temporary;

    @Test
    void writesJava() {
        NewRevision revision =
                new NewRevision(NODE, "add orders", CREATED, List.of("op.a(", "    1);", "", "op.b();"), List.of());
        assertThat(Template.java().fillJava(revision, "db.migration", "M3f2a91c0_AddOrders"))
                .isEqualTo("""
                        package db.migration;

                        import static org.limbeck.migration.Ddl.*;

                        import org.limbeck.migration.Migration;
                        import org.limbeck.migration.Operations;
                        import org.limbeck.migration.Revision;

                        /** add orders */
                        @Revision(id = "3f2a91c0", revises = "9b1c44e0", message = "add orders")
                        public class M3f2a91c0_AddOrders implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                op.a(
                                    1);

                                op.b();
                            }

                            @Override
                            public void downgrade(Operations op) {
                            }
                        }
                        """);
    }

    @Test
    void writesSql() {
        NewRevision revision = new NewRevision(NODE, "add\norders", CREATED, List.of("SELECT 1;"), List.of());
        assertThat(Template.sql().fillSql(revision)).isEqualTo("""
                        -- revision:  3f2a91c0
                        -- revises:   9b1c44e0
                        -- message:   add orders
                        -- created:   2026-11-22 14:03

                        -- upgrade
                        SELECT 1;

                        -- downgrade
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "it's \"quoted\" */ <b>@Deprecated</b> & c:\\users\\x \\",
                "line\r\nbreak\u2028and\u0000control -- upgrade",
                "名前を追加する 😀",
                "${id} %s $1",
            })
    void isReadAgainAsItWasMeant(String message) {
        RevisionNode node = new RevisionNode("a1", List.of("b", "c"), List.of("d"), List.of("ä", "y"));
        NewRevision revision = new NewRevision(node, message, CREATED, List.of(), List.of());
        String java = Template.java().fillJava(revision, "", "M");
        FileHeader fromJava = new JavaHeaderReader("M.java", "M", java).read();
        assertThat(fromJava.node()).isEqualTo(node);
        assertThat(fromJava.message()).isEqualTo(revision.message());
        assertThat(java).startsWith("import static");
        FileHeader fromSql = new SqlHeaderReader("a.sql", Template.sql().fillSql(revision))
                .read(true)
                .orElseThrow();
        assertThat(fromSql.node()).isEqualTo(node);
        assertThat(fromSql.message()).isEqualTo(revision.message());
    }

    @Test
    void compilesWhateverTheMessage() throws IOException {
        Path own = Files.writeString(temporary.resolve("own.template"), """
                ${package}
                // ${message} ${date} ${revises}
                import org.limbeck.migration.*;
                /** ${message} */
                ${annotation} public class ${class} implements Migration {
                    public void upgrade(Operations op) { ${upgrade} }
                    public void downgrade(Operations op) { ${downgrade} }
                }
                """);
        NewRevision revision = new NewRevision(
                NODE, "*/ \\u000a \\user \"x\" \u2029 \\", CREATED, List.of("op", ".toString();"), List.of());
        Path folder = temporary.resolve("m");
        RevisionFile.write(folder.resolve("M.java"), Template.read(own).fillJava(revision, "db", "M"));
        Scripts scripts = new ScriptReader(
                        List.of(new Location.Folder(folder)), null, getClass().getClassLoader())
                .read();
        assertThat(new MigrationLoader(
                                new ClassPath(List.of()), null, getClass().getClassLoader())
                        .load(scripts, scripts.all()))
                .containsOnlyKeys("3f2a91c0");
    }

    @Test
    void namesThePlaceholderThatWasMeant() throws IOException {
        Path own = Files.writeString(temporary.resolve("own.template"), "a\n  ${mesage}\n");
        NewRevision revision = new NewRevision(NODE, "m", CREATED, List.of(), List.of());
        LimbeckException thrown = catchThrowableOfType(
                LimbeckException.class, () -> Template.read(own).fillSql(revision));
        Problem problem = thrown.problem();
        assertThat(problem.place()).isEqualTo(new Place(own.toString(), 2));
        assertThat(problem.hints().get(0).command()).isEqualTo("${message}");
    }

    @Test
    void writesNoFileTwice() throws IOException {
        Path file = temporary.resolve("new/folder/a.sql");
        assertThat(RevisionFile.write(file, "é\n")).isEqualTo(file).hasContent("é\n");
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, () -> RevisionFile.write(file, "x"));
        assertThat(thrown.problem().code()).isEqualTo(ProblemCode.FILE_NOT_WRITTEN);
        assertThat(thrown.problem().sentence()).isEqualTo(file + " exists already and is not overwritten");
        assertThat(file).hasContent("é\n");
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        Path file = temporary.resolve("a");
        RevisionFile.write(file, "x");
        LimbeckException thrown =
                catchThrowableOfType(LimbeckException.class, () -> RevisionFile.write(file.resolve("b"), "x"));
        assertThat(thrown.problem().code()).isEqualTo(ProblemCode.FILE_NOT_WRITTEN);
        assertThat(thrown.problem().sentence()).endsWith(file + " is not a folder");
        Path tooLong = temporary.resolve("x".repeat(300));
        assertThat(catchThrowableOfType(LimbeckException.class, () -> RevisionFile.write(tooLong, "x"))
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.FILE_NOT_WRITTEN);
    }

    @Test
    void anEmptyDowngradeIsNotAMissingOne() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("sql"));
        Files.writeString(folder.resolve("a.sql"), "-- revision: a\n-- upgrade\nSELECT 1; SELECT 2\n-- downgrade\n");
        Files.writeString(folder.resolve("b.sql"), "-- revision: b\n-- upgrade\nSELECT 1;");
        Files.writeString(folder.resolve("c.sql"), "-- revision: c\n\nSELECT 1;\n-- upgrade");
        Files.writeString(folder.resolve("d.sql"), "-- revision: d\n-- upgrade\n-- upgrade");
        Scripts scripts = new ScriptReader(
                        List.of(new Location.Folder(folder)), null, getClass().getClassLoader())
                .read();
        Script a = scripts.find("a").orElseThrow();
        assertThat(SqlMigration.read(a).upgrade()).hasSize(2);
        assertThat(SqlMigration.read(a).downgrade(a)).isEmpty();
        Script b = scripts.find("b").orElseThrow();
        LimbeckException thrown = catchThrowableOfType(
                LimbeckException.class, () -> SqlMigration.read(b).downgrade(b));
        assertThat(thrown.problem().code()).isEqualTo(ProblemCode.IRREVERSIBLE);
        for (String id : List.of("c", "d")) {
            Script script = scripts.find(id).orElseThrow();
            assertThat(catchThrowableOfType(LimbeckException.class, () -> SqlMigration.read(script))
                            .problem()
                            .place()
                            .line())
                    .isEqualTo(3);
        }
    }
}
