package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Begins a project and writes its files. */
final class ProjectTest {

    @TempDir
    private Path folder;

    @Test
    void aJavaProjectFromNothingToARun() {
        Shell shell = new Shell(folder);

        Shell.Result init = shell.run("init");
        assertThat(init.out()).isEqualTo("limbeck.properties\nsrc/main/java/db/migration\n");
        assertThat(init.err()).isEqualTo("next:   limbeck revision -m \"create tables\"\n");

        Shell.Result revision = shell.run("revision", "-m", "create tables", "--id", "0001");
        assertThat(revision.out()).isEqualTo("src/main/java/db/migration/M0001_CreateTables.java\n");
        assertThat(revision.err()).isEqualTo("written; when it is filled in:   limbeck upgrade\n");
        assertThat(shell.run("upgrade").err()).endsWith("shop@localhost is at 0001 (head)\n");
        assertThat(shell.run("downgrade", "-1").err()).contains("shop@localhost is at base\n");
    }

    @Test
    void anSqlProject() {
        Shell shell = new Shell(folder);

        assertThat(shell.run("init", "--language", "sql").out()).isEqualTo("limbeck.properties\nmigrations\n");
        assertThat(shell.run("revision", "-m", "create tables", "--rev-id", "0001")
                        .out())
                .isEqualTo("migrations/0001_create_tables.sql\n");
    }

    @Test
    void initChangesNothingThatIsThere() throws IOException {
        Shell shell = new Shell(folder).file("limbeck.properties", "language=sql\n");

        Shell.Result result = shell.run("init");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).startsWith("error[L024]: there is a limbeck.properties already");
        assertThat(Files.readString(folder.resolve("limbeck.properties"))).isEqualTo("language=sql\n");
        assertThat(folder.resolve("src")).doesNotExist();
    }

    @Test
    void mergeJoinsTheHeads() {
        Shell shell = new Shell(folder)
                .sqlProject()
                .migration("0001", "", "one")
                .migration("0002", "0001", "two")
                .migration("0003", "0001", "three");

        assertThat(shell.run("merge", "heads", "-m", "join", "--id", "0004").out())
                .isEqualTo("migrations/0004_join.sql\n");
        assertThat(shell.run("heads").out()).isEqualTo("0004  join   head, merge point\n");
        assertThat(shell.run("upgrade").exit()).isZero();
    }

    @Test
    void aBranchWithLabelAndDependency() {
        Shell shell =
                new Shell(folder).sqlProject().migration("0001", "", "one").migration("0002", "0001", "two");

        Shell.Result result = shell.run(
                "revision",
                "-m",
                "b",
                "--id",
                "0003",
                "--head",
                "0001",
                "--splice",
                "--branch-label",
                "reports",
                "--depends-on",
                "0002");

        assertThat(result.exit()).isZero();
        assertThat(shell.run("show", "reports").out())
                .contains("depends on:  0002", "branch:      reports", "revises:     0001");
    }

    @Test
    void aScriptGoesToAFileAsAWhole() throws IOException {
        Shell shell = new Shell(folder).sqlProject().migration("0001", "", "one");

        assertThat(shell.run("upgrade", "--sql").out()).contains("CREATE TABLE t0001", "INSERT INTO limbeck_version");
        Shell.Result toFile = shell.run("upgrade", "--sql", "--output", "up.sql");

        assertThat(toFile.out()).isEmpty();
        assertThat(toFile.err()).isEqualTo("written, to run it:   psql -f up.sql\n");
        assertThat(Files.readString(folder.resolve("up.sql"))).contains("CREATE TABLE t0001");
        assertThat(shell.run("downgrade", "0001:base", "--sql").out()).contains("DROP TABLE t0001");
        assertThat(shell.run("stamp", "head", "--sql").out()).contains("INSERT INTO limbeck_version");
        assertThat(shell.run("ensure-version", "--sql").out()).contains("CREATE TABLE IF NOT EXISTS limbeck_version");
        assertThat(shell.databaseContent()).isEmpty();
    }

    @Test
    void configShowsOriginsAndNoPassword() {
        Shell shell = new Shell(folder)
                .file("limbeck.properties", "lock-wait=5s\n")
                .set("LIMBECK_URL", "postgresql://ada:secret@db.example.com/shop")
                .set("LIMBECK_PASSWORD", "hidden");

        Shell.Result result = shell.run("config", "--history-table", "runs");

        assertThat(result.out())
                .contains("limbeck.properties:1", "environment variable LIMBECK_URL", "option --history-table")
                .contains("shop@db.example.com")
                .doesNotContain("secret", "hidden");
        assertThat(shell.run("config", "--format", "json").out())
                .contains("\"key\" : \"lock-wait\"")
                .doesNotContain("secret", "hidden");
    }

    @Test
    void editOpensTheFile() {
        Shell shell = new Shell(folder).sqlProject().migration("0001", "", "one");

        assertThat(shell.set("EDITOR", "test -f").run("edit", "0001").exit()).isZero();
        assertThat(shell.set("VISUAL", "no-such-editor").run("edit").err())
                .startsWith("error[L081]: the program no-such-editor could not be started");
    }
}
