package org.limbeck.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that gives no notice. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw Trouble.interrupted("waiting for the embedded server", interrupted);
        }
    }

    /** Waits until something holds; false where it does not within the time. */
    static boolean until(BooleanSupplier condition, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            millis(3);
        }
        return true;
    }
}
