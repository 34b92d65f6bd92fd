package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check, diff, schema and revision --autogenerate print, ask and answer with. */
final class ComparisonTest {

    private static final String PEOPLE = "CREATE TABLE people (id bigint PRIMARY KEY, name text);\n";
    private static final String RENAMED = "CREATE TABLE people (id bigint PRIMARY KEY, full_name text);\n";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void project() {
        shell = new Shell(folder).sqlProject().file("schema/people.sql", PEOPLE);
        shell.migration("0001", "", "people", PEOPLE, "DROP TABLE people;");
        shell.run("upgrade");
    }

    @Test
    void checkIsSilentDataAndSuccessWhereNothingDiffers() {
        assertThat(shell.run("check"))
                .isEqualTo(new Shell.Result(0, "", "compared shop@localhost with schema: nothing differs\n"));
    }

    @Test
    void checkShowsWhatDiffersAndExitsWithThree() {
        shell.file("schema/people.sql", PEOPLE + "CREATE INDEX people_name ON people (name);\n");

        Shell.Result result = shell.run("check");

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).isEqualTo("  + create index people_name on people\n");
        assertThat(result.err()).startsWith("to make shop@localhost like schema\n");
    }

    @Test
    void thereNeedBeNoRevisionYet() throws IOException {
        Files.delete(folder.resolve("migrations/0001.sql"));

        assertThat(shell.run("check", "--from-revisions").out()).isEqualTo("  + create table people\n");
    }

    @Test
    void checkPrintsJsonAndMarkdown() {
        shell.file("schema/people.sql", RENAMED);

        assertThat(shell.run("check", "--format", "json").out())
                .contains("\"equal\" : false", "ALTER TABLE people DROP COLUMN name", "\"renames\" : [ {");
        assertThat(shell.run("check", "--format", "markdown").out())
                .startsWith("### To make shop@localhost like schema\n\n- `")
                .contains("**loses data:** column people.name", "```sql\n");
        assertThat(shell.run("current", "--format", "markdown").exit()).isEqualTo(2);
    }

    @Test
    void checkSaysWhatCannotBeDone() {
        shell.migration("0002", "0001", "ada", "INSERT INTO people VALUES (1, 'Ada');", "DELETE FROM people;");
        shell.run("upgrade");
        shell.file("schema/people.sql", "CREATE TABLE people (id bigint PRIMARY KEY, name text, born date NOT NULL);");

        assertThat(shell.run("check").out())
                .isEqualTo("  + add column people.born\n  can't be done: new column people.born takes no null and has"
                        + " no default, and its table has rows\n");
        assertThat(shell.run("revision", "--autogenerate", "-m", "born").err()).contains("error[L035]");
        assertThat(migrations()).isEqualTo(2);
    }

    @Test
    void theNextCommandComparesTheSame() {
        shell.file("schema/people.sql", PEOPLE + "CREATE INDEX people_name ON people (name);\n");

        assertThat(shell.run("check", "--from-revisions").err())
                .contains("limbeck revision --autogenerate --from-revisions -m");
    }

    @Test
    void aDatabaseThatIsBehindIsRefused() {
        shell.migration("0002", "0001", "more");

        Shell.Result result = shell.run("check");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("error[L056]", "limbeck upgrade", "--from-revisions");
    }

    @Test
    void whatMayHaveBeenRenamedIsAskedForAtATerminal() {
        shell.file("schema/people.sql", RENAMED).typing("y\n");

        Shell.Result result = shell.run("revision", "--autogenerate", "-m", "rename", "--id", "0002");

        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("was column people.name renamed to full_name?");
        assertThat(text("migrations/0002_rename.sql")).contains("RENAME COLUMN name TO full_name");
    }

    @Test
    void withoutATerminalTheAnswerIsAnOption() {
        shell.file("schema/people.sql", RENAMED);

        Shell.Result asked = shell.run("revision", "--autogenerate", "-m", "rename", "--id", "0002");
        Shell.Result answered = shell.run(
                "revision", "--autogenerate", "-m", "rename", "--id", "0002", "--rename", "people.name=full_name");

        assertThat(asked.exit()).isEqualTo(4);
        assertThat(asked.err()).contains("--rename people.name=full_name", "--no-rename");
        assertThat(answered.exit()).isZero();
        assertThat(answered.out()).isEqualTo("migrations/0002_rename.sql\n");
    }

    @Test
    void aRenameThatIsNoneIsRefused() {
        assertThat(shell.run("revision", "--autogenerate", "-m", "x", "--rename", "a=b")
                        .err())
                .contains("error[L080]", "\"a\"");
        assertThat(shell.run("revision", "--autogenerate", "-m", "x", "--rename", "a")
                        .exit())
                .isEqualTo(2);
        assertThat(migrations()).isEqualTo(1);
    }

    @Test
    void dataIsNotLostUnasked() {
        shell.file("schema/people.sql", "CREATE TABLE people (id bigint PRIMARY KEY);\n");
        String[] words = {"revision", "--autogenerate", "-m", "drop name", "--id", "0002"};

        assertThat(shell.run(words).exit()).isEqualTo(4);
        assertThat(shell.typing("n\n").run(words).exit()).isEqualTo(3);
        assertThat(migrations()).isEqualTo(1);
        assertThat(shell.typing("").run(with(words, "--allow-drop")).exit()).isZero();
        assertThat(text("migrations/0002_drop_name.sql")).contains("DROP COLUMN name", "ADD COLUMN name text");
    }

    @Test
    void noFileIsWrittenWhereNothingDiffers() {
        Shell.Result result = shell.run("revision", "--autogenerate", "-m", "nothing");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("nothing differs; no file was written");
        assertThat(migrations()).isEqualTo(1);
    }

    @Test
    void aCommandIsRunAfterAFileIsWritten() {
        shell.run("revision", "-m", "formatted", "--id", "0002", "--after-write", "cp {file} " + folder + "/copy.sql");

        assertThat(text("copy.sql")).isEqualTo(text("migrations/0002_formatted.sql"));
    }

    @Test
    void diffTakesTwoSchemasInTheirOrder() {
        shell.file("more.sql", PEOPLE + "CREATE VIEW names AS SELECT name FROM people;\n");

        assertThat(shell.run("diff", "database", "more.sql").out()).isEqualTo("  + create view names\n");
        assertThat(shell.run("diff", "more.sql", "database").out()).startsWith("  - drop view names\n");
        assertThat(shell.run("diff", "database").exit()).isEqualTo(2);
    }

    @Test
    void theDumpMakesTheSameSchemaAgain() {
        shell.file("dump.sql", shell.run("schema", "dump").out());

        assertThat(shell.run("check", "--desired", "dump.sql").exit()).isZero();
        assertThat(shell.run("schema", "dump", "--format", "json").out()).contains("\"objects\" : [ {");
        assertThat(shell.run("schema", "print").exit()).isEqualTo(2);
    }

    @Test
    void theDumpSaysNothingOfPrivilegesSoThatTheyStay() {
        shell.execute("GRANT USAGE ON SCHEMA public TO pg_monitor");
        shell.execute("GRANT SELECT ON people TO pg_monitor");
        shell.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor");

        String dump = shell.run("schema", "dump").out();

        assertThat(dump).doesNotContain("GRANT", "PRIVILEGES");
        assertThat(shell.file("dump.sql", dump).run("check", "--desired", "dump.sql"))
                .isEqualTo(new Shell.Result(0, "", "compared shop@localhost with dump.sql: nothing differs\n"));
        assertThat(shell.run("schema", "dump", "--format", "json").out()).contains("pg_monitor");
    }

    @Test
    void withoutAnythingDesiredItSaysWhereToSayIt() throws IOException {
        Files.delete(folder.resolve("schema/people.sql"));
        Files.delete(folder.resolve("schema"));

        Shell.Result result = shell.run("check");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("error[L092]", "there is no folder schema", "class-path = ", "--desired");
    }

    @Test
    void entitiesWhoseLibrariesNobodyKnowsAreNotLeftOutInSilence() {
        shell.file(
                "src/main/java/shop/Person.java",
                "package shop;\nimport jakarta.persistence.*;\n@Entity\nclass Person { @Id Long id; }\n");

        Shell.Result result = shell.run("check");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("error[L093]", "src/main/java/shop/Person.java", "class-path = ");
        assertThat(shell.run("check", "--desired", "schema").exit()).isZero();
    }

    @Test
    void whatIsLeftOutIsNotCompared() {
        shell.file("schema/more.sql", "CREATE TABLE audit_log (id bigint);\n");

        assertThat(shell.run("check", "--objects", "!audit_*").exit()).isZero();
        assertThat(shell.run("check", "--objects", "audit_*").exit()).isEqualTo(3);
        assertThat(shell.run("check", "--objects", "public.*").exit()).isEqualTo(3);
        assertThat(shell.run("check", "--objects", "!public.audit_*").exit()).isZero();
        assertThat(shell.run("check", "--objects", "other.*").exit()).isZero();
    }

    private static String[] with(String[] words, String more) {
        return Stream.concat(Arrays.stream(words), Stream.of(more)).toArray(String[]::new);
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long migrations() {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
