package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;

/**
 * Runs that are killed while an application writes: an upgrade without a word more ends as one that nobody disturbed. With
 * {@code -Dkills.everywhere=true} on the oldest server too, and once at each message in each way.
 */
class KillTest {

    private static final boolean EVERYWHERE = Boolean.getBoolean("kills.everywhere");

    /** More than there are messages: so many mean that the runs go round in circles. */
    private static final int MOST = 150;

    private static final Set<ProblemCode> RECOVERING =
            Set.of(ProblemCode.DATABASE_UNREACHABLE, ProblemCode.CONNECTION_LOST, ProblemCode.COMMIT_UNKNOWN);

    @TempDir
    private Path folder;

    private final Map<Kill, Integer> killed = new EnumMap<>(Kill.class);

    static IntStream majors() {
        return EVERYWHERE ? IntStream.of(Servers.OLDEST, Servers.NEWEST) : IntStream.of(Servers.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("majors")
    void runsThatAreKilledEndAsAnUndisturbedOne(int major) throws Exception {
        try (TemporaryServer server = server(major)) {
            TestDatabase quiet = prepared(server);
            int messages;
            try (Trap trap = Trap.set(quiet.access(), 0, new Trap.Harm() {})) {
                Chain.in(folder).limbeck(trap.database()).upgrade("head");
                messages = trap.messages();
            }
            List<String> undisturbed = Chain.outcome(quiet);
            for (Kill kill : Kill.values()) {
                againAndAgain(server, kill, undisturbed);
                for (int place = 1; EVERYWHERE && place <= messages; place++) {
                    once(server, kill, place, undisturbed);
                }
            }
        }
        int all = killed.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("PostgreSQL " + major + ": " + all + " runs killed, all converged " + killed);
        assertThat(all).isGreaterThan(100);
    }

    /** Kills a run at a message, the next one at the message behind that, and so on, until one gets through. */
    private void againAndAgain(TemporaryServer server, Kill kill, List<String> undisturbed) throws Exception {
        TestDatabase database = prepared(server);
        Writer writer = Writer.start(database);
        try {
            for (int place = 1; !isDone(database); place++) {
                LimbeckException failure = upgrade(database, place, kill);
                assertThat(place).as("%s: %s", kill, failure).isLessThan(MOST);
            }
        } finally {
            writer.stop();
        }
        assertThat(Chain.outcome(database)).as("%s again and again", kill).isEqualTo(undisturbed);
    }

    private void once(TemporaryServer server, Kill kill, int place, List<String> undisturbed) throws Exception {
        TestDatabase database = prepared(server);
        Writer writer = Writer.start(database);
        try {
            upgrade(database, place, kill);
            whenRecovered(() -> Chain.in(folder).limbeck(database).upgrade("head"));
        } finally {
            writer.stop();
        }
        assertThat(Chain.outcome(database)).as("%s at message %s", kill, place).isEqualTo(undisturbed);
    }

    private @Nullable LimbeckException upgrade(TestDatabase database, int place, Kill kill) throws Exception {
        try (Trap trap = Trap.set(database.access(), place, kill.on(database, place))) {
            Chain.in(folder).limbeck(trap.database()).upgrade("head");
            return null;
        } catch (LimbeckException failure) {
            killed.merge(kill, 1, Integer::sum);
            return failure;
        }
    }

    private boolean isDone(TestDatabase database) throws Exception {
        return whenRecovered(() -> Chain.in(folder).limbeck(database).current()).atHeads();
    }

    /** A server that lost a process lets nobody in for a while, and perhaps hasn't noticed yet. */
    private static <T> T whenRecovered(Supplier<T> work) throws Exception {
        AtomicReference<T> result = new AtomicReference<>();
        Until.holds("the server has recovered", () -> {
            try {
                result.set(work.get());
                return true;
            } catch (LimbeckException failure) {
                if (RECOVERING.contains(failure.problem().code())) {
                    return false;
                }
                throw failure;
            }
        });
        return result.get();
    }

    private static TestDatabase prepared(TemporaryServer server) {
        TestDatabase database = new TestDatabase(server.createDatabase());
        Chain.prepare(database);
        return database;
    }

    /** A server for tests forgets the last moment when it crashes; this one must not. */
    private static TemporaryServer server(int major) {
        TemporaryServer server = EmbeddedPostgres.temporary(major);
        new TestDatabase(server.server().access())
                .execute("ALTER SYSTEM SET synchronous_commit = on", "SELECT pg_reload_conf()");
        return server;
    }
}
