package org.limbeck.execute;

import java.time.Duration;
import java.util.function.Consumer;

/** Looks, while an attempt waits for a lock, whom it waits for: afterwards nobody can say. */
final class LockWatch implements AutoCloseable {

    private final Monitor monitor;
    private final int pid;
    private final Duration interval;
    private final Consumer<LockWait> told;
    private final Thread thread = new Thread(this::look, "limbeck-lock-watch");
    private LockWait seen = LockWait.NONE;
    private boolean ended;

    private LockWatch(Monitor monitor, int pid, Duration interval, Consumer<LockWait> told) {
        this.monitor = monitor;
        this.pid = pid;
        this.interval = interval;
        this.told = told;
    }

    /** @param told is told each time what is waited for, or that nothing is */
    static LockWatch start(Monitor monitor, int pid, Duration interval, Consumer<LockWait> told) {
        monitor.prepare();
        LockWatch watch = new LockWatch(monitor, pid, interval, told);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /** What was waited for last. */
    synchronized LockWait seen() {
        return seen;
    }

    private void look() {
        try {
            while (!pausedUntilEnd()) {
                LockWait now = monitor.lockWait(pid);
                if (!now.blockers().isEmpty()) {
                    keep(now);
                }
                told.accept(now);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean pausedUntilEnd() throws InterruptedException {
        long end = System.nanoTime() + interval.toNanos();
        for (long left = interval.toNanos(); !ended && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return ended;
    }

    /** Locks and their holders are not read in one moment: the table may be missing. */
    private synchronized void keep(LockWait now) {
        if (now.table() != null || seen.table() == null) {
            seen = now;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
