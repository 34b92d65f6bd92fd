package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/**
 * The process of a run gets {@code SIGKILL}, at a message, the next one at a later message, and so on until one gets through:
 * an upgrade ends as one that nobody disturbed. With {@code -Dkills.everywhere=true} at every message in every way.
 */
class ProcessKillTest {

    private static final boolean EVERYWHERE = Boolean.getBoolean("kills.everywhere");
    private static final int STRIDE = EVERYWHERE ? 1 : 8;
    private static final int MOST = 150;

    /** When the process is killed: before the server has its message, while it works on that, before the answer is there. */
    private enum Moment {
        BEFORE,
        DURING,
        AFTER
    }

    @TempDir
    private Path folder;

    @Test
    void runsWhoseProcessIsKilledEndAsAnUndisturbedOne() throws Exception {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            TestDatabase quiet = prepared(server);
            Chain.in(folder).limbeck(quiet).upgrade("head");
            List<String> undisturbed = Chain.outcome(quiet);
            int killed = 0;
            for (Moment moment : EVERYWHERE ? Moment.values() : new Moment[] {Moment.DURING}) {
                killed += againAndAgain(prepared(server), moment, undisturbed);
            }
            System.out.println("processes killed, and all converged: " + killed);
            assertThat(killed).isGreaterThan(3);
        }
    }

    private int againAndAgain(TestDatabase database, Moment moment, List<String> undisturbed) throws Exception {
        Writer writer = Writer.start(database);
        int killed = 0;
        try {
            for (int place = STRIDE; !upgraded(database, place, moment); place += STRIDE) {
                assertThat(++killed).isLessThan(MOST);
            }
        } finally {
            writer.stop();
        }
        assertThat(Chain.outcome(database)).as("%s", moment).isEqualTo(undisturbed);
        return killed;
    }

    private boolean upgraded(TestDatabase database, int place, Moment moment) throws Exception {
        AtomicReference<Process> process = new AtomicReference<>();
        Trap.Harm harm = new Trap.Harm() {
            @Override
            public void before(Trap.Way way) {
                if (moment == Moment.BEFORE) {
                    process.get().destroyForcibly();
                }
            }

            @Override
            public void during(Trap.Way way) throws Exception {
                if (moment == Moment.DURING) {
                    Thread.sleep(place % 4);
                    process.get().destroyForcibly();
                }
            }

            @Override
            public boolean losesAnswer() {
                return moment == Moment.AFTER;
            }

            @Override
            public void lost() {
                process.get().destroyForcibly();
            }
        };
        try (Trap trap = Trap.set(database.access(), place, harm)) {
            process.set(UpgradeProgram.start(folder, trap.database().access()));
            process.get().getInputStream().transferTo(OutputStream.nullOutputStream());
            int exitCode = process.get().waitFor();
            assertThat(exitCode).isIn(0, 128 + 9);
            return exitCode == 0;
        }
    }

    private static TestDatabase prepared(TemporaryServer server) {
        TestDatabase database = new TestDatabase(server.createDatabase());
        Chain.prepare(database);
        return database;
    }
}
