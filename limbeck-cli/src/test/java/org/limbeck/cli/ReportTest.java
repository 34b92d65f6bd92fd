package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tells everything at once, in a file. */
final class ReportTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void makeProject() {
        shell = new Shell(folder)
                .sqlProject()
                .migration(
                        "0001",
                        "",
                        "create users",
                        "CREATE TABLE users (id bigint PRIMARY KEY, name text CHECK (name <> ''));"
                                + " COMMENT ON TABLE users IS 'who may come in';"
                                + " CREATE TABLE visits (who bigint REFERENCES users);"
                                + " CREATE VIEW names AS SELECT name FROM users;"
                                + " CREATE TYPE mood AS ENUM ('good', 'bad');",
                        "DROP VIEW names; DROP TABLE visits, users; DROP TYPE mood;")
                .migration(
                        "0002", "0001", "index names", "CREATE INDEX ON users (name);", "DROP INDEX users_name_idx;");
        assertThat(shell.run("upgrade", "0001").exit()).isZero();
    }

    @Test
    void writesAPageThatIsWholeByItself() throws IOException {
        Shell.Result result = shell.run("report");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("limbeck-report.html\n");
        assertThat(Files.readString(folder.resolve("limbeck-report.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("who may come in", "index names", "CREATE INDEX ON users (name)");
    }

    @Test
    void tellsAllThatThereIsToSay() throws IOException {
        shell.file("schema/users.sql", "CREATE TABLE users (id bigint PRIMARY KEY);");

        Map<String, Object> data = data("--desired", "schema");

        assertThat(map(data, "database")).containsEntry("rows", List.of("0001"));
        assertThat(list(data, "revisions"))
                .extracting("revision", "applied")
                .containsExactly(tuple("0002", false), tuple("0001", true));
        assertThat(list(map(data, "plan"), "steps")).extracting("revision").containsExactly("0002");
        assertThat(list(map(data, "schema"), "tables"))
                .extracting("name", "kind", "comment")
                .contains(tuple("users", "table", "who may come in"), tuple("names", "view", null));
        assertThat(list(map(data, "schema"), "objects"))
                .extracting("name", "sql")
                .containsExactly(tuple("enum mood", "CREATE TYPE mood AS ENUM ('good', 'bad')"));
        assertThat(list(map(data, "differences"), "operations")).isNotEmpty();
        assertThat(list(data, "lint")).extracting("code").contains("S03");
        assertThat(list(data, "history")).extracting("revision", "direction").containsExactly(tuple("0001", "upgrade"));
        assertThat(list(data, "missing")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        Shell.Result result = shell.run("report");

        assertThat(result.err()).contains("without differences: nothing says what the database should be like");
    }

    @Test
    void doesWithoutADatabase() throws IOException {
        shell.set("LIMBECK_URL", "postgresql://nobody@localhost:1/none");

        Shell.Result result = shell.run("report");
        Map<String, Object> data = data();

        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .contains("without database, schema, differences, history: none@localhost:1 cannot be reached");
        assertThat(data)
                .containsEntry("database", null)
                .containsEntry("schema", null)
                .containsEntry("history", null);
        assertThat(list(data, "revisions")).extracting("applied").containsOnlyNulls();
        assertThat(list(map(data, "plan"), "steps")).extracting("revision").containsExactly("0001", "0002");
        assertThat(list(data, "lint")).isNotEmpty();
    }

    @Test
    void showsWhatTheRevisionsMake() throws IOException {
        Map<String, Object> data = data("--from-revisions");

        assertThat(data).containsEntry("database", null);
        assertThat(list(map(data, "schema"), "tables")).extracting("name").contains("users", "visits", "names");
        assertThat(shell.databaseContent()).doesNotContain("0002");
    }

    @Test
    void opensTheBrowser() throws IOException {
        Path browser = folder.resolve("browser");
        Files.writeString(browser, "#!/bin/sh\necho \"$1 $2\" > \"$0.opened\"\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();

        Shell.Result result = shell.set("BROWSER", browser + " --new").run("report", "-o", "all.html", "--open");

        assertThat(result.exit()).isZero();
        assertThat(Files.readString(folder.resolve("browser.opened")))
                .isEqualTo("--new " + folder.resolve("all.html") + "\n");
    }

    @Test
    void saysWhereThePageIsIfThereIsNoBrowser() {
        Shell.Result result = shell.set("BROWSER", "no-such-browser").run("report", "--open");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .contains("L081")
                .contains("to open it by hand:   ")
                .contains("limbeck-report.html");
    }

    private Map<String, Object> data(String... more) throws IOException {
        String[] words = new String[more.length + 3];
        System.arraycopy(more, 0, words, 3, more.length);
        words[0] = "report";
        words[1] = "--format";
        words[2] = "json";
        return JSON.std.mapFrom(shell.run(words).out());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> data, String name) {
        return (Map<String, Object>) data.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> data, String name) {
        return (List<Map<String, Object>>) data.get(name);
    }
}
