package org.limbeck.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run when somebody ends the process in the middle of it, with what the server is doing for it, and waits for the run to
 * say where it left the database.
 */
final class InterruptNotice {

    private static final Duration PATIENCE = Duration.ofMillis(4500);

    private final PrintStream err;
    private final ConfiguredDatabase database;
    private final Thread run = Thread.currentThread();
    private final Thread hook = new Thread(this::end, "limbeck-interrupted");
    private final CountDownLatch ended = new CountDownLatch(1);

    private InterruptNotice(PrintStream err, ConfiguredDatabase database) {
        this.err = err;
        this.database = database;
    }

    /** For what this thread runs from now on. */
    static InterruptNotice register(PrintStream err, ConfiguredDatabase database) {
        InterruptNotice notice = new InterruptNotice(err, database);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Too late: it waits for the last word.
        }
    }

    /** The run has said its last word. */
    void ended() {
        ended.countDown();
    }

    private void end() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        err.println();
        err.println("interrupted; ending what the server does for it");
        err.flush();
        // In this order: the run sends nothing new behind what is cancelled.
        run.interrupt();
        database.cancel();
        if (!hasEnded(deadline)) {
            err.println("the server has not ended it yet; to see where " + database.displayName()
                    + " stands:   limbeck status");
            err.flush();
        }
    }

    private boolean hasEnded(long deadline) {
        try {
            return ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
