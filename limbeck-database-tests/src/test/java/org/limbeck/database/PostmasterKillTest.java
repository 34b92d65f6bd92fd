package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.problem.LimbeckException;

/** The whole server is killed in the middle of runs, and started again: an upgrade ends as one that nobody disturbed. */
class PostmasterKillTest {

    private static final int STRIDE = Boolean.getBoolean("kills.everywhere") ? 1 : 9;

    @TempDir
    private Path folder;

    private EmbeddedPostgres server;

    @AfterEach
    void stop() {
        server.reset();
    }

    @Test
    void runsOnAServerThatDiesEndAsAnUndisturbedOne() throws Exception {
        server = EmbeddedPostgres.in(folder.resolve("state"));
        new TestDatabase(server.ensureRunning().access())
                .execute("ALTER SYSTEM SET synchronous_commit = on", "SELECT pg_reload_conf()");
        TestDatabase quiet = database("quiet");
        Chain.prepare(quiet);
        Chain.in(folder).limbeck(quiet).upgrade("head");
        List<String> undisturbed = Chain.outcome(quiet);
        Chain.prepare(database("loud"));

        int killed = 0;
        for (int place = 12; !atHeads(); place += STRIDE) {
            killed += upgrade(place) ? 0 : 1;
        }
        assertThat(Chain.outcome(database("loud"))).isEqualTo(undisturbed);
        System.out.println("servers killed, and all converged: " + killed);
        assertThat(killed).isGreaterThan(2);
    }

    private boolean upgrade(int place) throws Exception {
        TestDatabase database = database("loud");
        Path pids = Path.of(database.value("SHOW data_directory")).resolve("postmaster.pid");
        Trap.Harm harm = new Trap.Harm() {
            @Override
            public void during(Trap.Way way) throws Exception {
                Kill.signal(Integer.parseInt(Files.readAllLines(pids).get(0)));
            }
        };
        try (Trap trap = Trap.set(database.access(), place, harm)) {
            Chain.in(folder).limbeck(trap.database()).upgrade("head");
            return true;
        } catch (LimbeckException failure) {
            return false;
        }
    }

    private boolean atHeads() {
        return Chain.in(folder).limbeck(database("loud")).current().atHeads();
    }

    /** The server may have another port since it was started again. */
    private TestDatabase database(String name) {
        return new TestDatabase(server.withDatabase(name).ensureRunning().access());
    }
}
