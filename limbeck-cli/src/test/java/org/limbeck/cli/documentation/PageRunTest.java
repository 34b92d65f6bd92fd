package org.limbeck.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** A page that says what isn't so is found out. */
@Execution(ExecutionMode.SAME_THREAD)
class PageRunTest {

    private static TemporaryServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRightPageHasNoFailures() throws Exception {
        assertThat(failures("""
                <!-- project: shop -->
                ```console
                $ limbeck current
                3f2a91c0  ...   head
                ```
                ```java
                op.dropColumn("users", column("name", text()));
                ```
                ```sql sent
                ALTER TABLE users DROP COLUMN name;
                ```
                ```sql undone
                ALTER TABLE users ADD COLUMN name text;
                ```
                """)).isEmpty();
    }

    @Test
    void anUnknownLanguageIsRefused() throws Exception {
        assertThat(failures("```cobol\nx\n```\n")).hasSize(1).first().asString().contains("README.md:1", "cobol");
        assertThat(failures("```\nx\n```\n")).hasSize(1);
    }

    @Test
    void textNeedsAReason() throws Exception {
        assertThat(failures("```text\nx\n```\n")).hasSize(1).first().asString().contains("not run");
        assertThat(failures("<!-- not run: a picture -->\n\n```text\nx\n```\n")).isEmpty();
    }

    @Test
    void printedTextIsCompared() throws Exception {
        assertThat(failures("""
                <!-- project: shop -->
                ```console
                $ limbeck current
                9b1c44e0  create users   base
                ```
                """)).hasSize(1).first().asString().contains("README.md:2", "3f2a91c0  add orders   head");
    }

    @Test
    void javaMustCompileAndRun() throws Exception {
        assertThat(failures("```java\nop.createTabel(1);\n```\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("createTabel");
        assertThat(failures("<!-- project: shop -->\n```java\nop.execute(\"SELECT nonsense\");\n```\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("nonsense");
    }

    @Test
    void theReverseMustBeShown() throws Exception {
        assertThat(failures("""
                <!-- project: shop -->
                ```java
                op.createSchema("a");
                ```
                ```sql sent
                CREATE SCHEMA a;
                ```
                """)).hasSize(1).first().asString().contains("undone");
    }

    private static List<String> failures(String text) throws Exception {
        Path file = Repository.root().resolve("README.md");
        Page page = new Page(file, text.lines().toList());
        try (PageRun run = new PageRun(page, new DatabaseServer(server))) {
            return run.run();
        }
    }
}
