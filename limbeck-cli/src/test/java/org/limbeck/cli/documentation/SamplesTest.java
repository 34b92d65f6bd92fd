package org.limbeck.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** Every sample of every page does what the page says. */
class SamplesTest {

    private static TemporaryServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.temporary();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> samples() {
        String only = System.getProperty("documentation.page", "");
        return Repository.pages().stream()
                .filter(page -> page.file().toString().endsWith(only))
                .map(page -> DynamicTest.dynamicTest(Repository.shown(page.file()), () -> run(page)));
    }

    private static void run(Page page) throws Exception {
        List<String> failures;
        try (PageRun run = new PageRun(page, new DatabaseServer(server))) {
            failures = run.run();
        }
        assertThat(String.join("\n\n", failures)).isEmpty();
    }
}
