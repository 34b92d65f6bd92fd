package org.limbeck.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** Every sample of every page does what the page says. */
class SamplesTest {

    private static final int AT_ONCE = 2;

    /** Pages give databases the same names, so each page that is run has a server for itself. */
    private static final BlockingQueue<TemporaryServer> SERVERS = new LinkedBlockingQueue<>();

    @BeforeAll
    static void start() {
        for (int i = 0; i < AT_ONCE; i++) {
            SERVERS.add(EmbeddedPostgres.temporary());
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.forEach(TemporaryServer::close);
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
        TemporaryServer server = SERVERS.take();
        try (PageRun run = new PageRun(page, new DatabaseServer(server))) {
            failures = run.run();
        } finally {
            SERVERS.add(server);
        }
        assertThat(String.join("\n\n", failures)).isEmpty();
    }
}
