package org.limbeck.database;

import java.util.concurrent.Callable;

/** Waits for something that happens elsewhere. */
final class Until {

    private static final long PATIENCE_NANOSECONDS = 120_000_000_000L;

    private Until() {}

    static void holds(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOSECONDS;
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("in two minutes it never came about that " + what);
            }
            Thread.sleep(10);
        }
    }
}
