package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** The server of a run dies, and its standby takes its place: the next run finishes there what the first one began. */
class FailoverTest {

    private static final List<Integer> PLACES = List.of(35, 60, 85);

    @TempDir
    private Path folder;

    @Test
    void aRunOnTheNewServerConverges() throws Exception {
        TestDatabase quiet = TestDatabase.onNewest();
        Chain.prepare(quiet);
        Chain.in(folder).limbeck(quiet).upgrade("head");
        List<String> undisturbed = Chain.outcome(quiet);
        for (int place : PLACES) {
            try (Replication replication = Replication.in(folder.resolve("servers" + place))) {
                Chain.prepare(replication.first());
                replication.follow();
                assertThat(Project.problem(() -> Chain.in(folder)
                                        .limbeck(replication.second())
                                        .upgrade("head"))
                                .code())
                        .isIn(ProblemCode.READ_ONLY);

                Problem problem = upgrade(replication, place);

                assertThat(problem.code()).isIn(ProblemCode.CONNECTION_LOST, ProblemCode.COMMIT_UNKNOWN);
                assertThat(problem.databaseState()).isNotNull();
                TestDatabase next = replication.promoted();
                System.out.println("failed over at message " + place + ", to a server with "
                        + next.rows("SELECT revision, operations_done FROM limbeck_history ORDER BY id DESC LIMIT 1"));
                Chain.in(folder).limbeck(next).upgrade("head");
                assertThat(Chain.outcome(next)).as("at message %s", place).isEqualTo(undisturbed);
            }
        }
    }

    private Problem upgrade(Replication replication, int place) throws Exception {
        Trap.Harm harm = new Trap.Harm() {
            @Override
            public void during(Trap.Way way) throws Exception {
                replication.lose();
            }
        };
        try (Trap trap = Trap.set(replication.first().access(), place, harm)) {
            Chain.in(folder).limbeck(trap.database()).upgrade("head");
        } catch (LimbeckException failure) {
            return failure.problem();
        }
        throw new AssertionError("nothing failed at message " + place);
    }
}
