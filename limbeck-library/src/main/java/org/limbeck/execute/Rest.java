package org.limbeck.execute;

import java.time.Duration;
import java.util.Optional;
import org.limbeck.problem.LimbeckException;

/**
 * The time between two batches, in which others have their turn. It lasts as long as a standby is too far behind, since a
 * change of many rows writes more than that may be able to follow.
 */
final class Rest {

    /** Others get this part of the time that a batch took for themselves, or all of it where somebody waited for its rows. */
    private static final int PART = 4;

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final StepSending sending;
    private final LockPatience patience;
    private long lookedAt = System.nanoTime();

    Rest(StepSending sending, LockPatience patience) {
        this.sending = sending;
        this.patience = patience;
    }

    /**
     * Rests after a batch.
     *
     * @param took how long the batch took
     * @param hindered whether somebody waited for its rows
     * @throws LimbeckException where a standby doesn't catch up for as long as a run waits for others
     */
    void after(Duration took, boolean hindered) {
        Pause.of(hindered ? took : took.dividedBy(PART));
        if (System.nanoTime() - lookedAt > LOOK.toNanos()) {
            untilStandbysFollow();
            lookedAt = System.nanoTime();
        }
    }

    private void untilStandbysFollow() {
        Duration limit = patience.limits().lagOfBatches();
        long begin = System.nanoTime();
        long told = begin - AGAIN.toNanos();
        Optional<StandbyLag> lag = tooFar(limit);
        while (lag.isPresent()) {
            long now = System.nanoTime();
            if (now - begin > patience.limits().locks().toNanos()) {
                throw gaveUp(lag.get(), limit);
            }
            if (now - told >= AGAIN.toNanos()) {
                told = now;
                patience.listener().lagging(lag.get());
            }
            Pause.of(LOOK);
            lag = tooFar(limit);
        }
    }

    private Optional<StandbyLag> tooFar(Duration limit) {
        return patience.monitor().lag().filter(lag -> lag.exceeds(limit));
    }

    private LimbeckException gaveUp(StandbyLag lag, Duration limit) {
        StepFailure failure = sending.failure();
        return StandbyProblem.of(
                        failure.title() + " waited for a standby for "
                                + BlockedNotice.spoken(patience.limits().locks()),
                        lag,
                        limit,
                        sending.step())
                .databaseState(failure.state())
                .exception();
    }
}
