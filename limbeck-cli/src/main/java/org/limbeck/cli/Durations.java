package org.limbeck.cli;

import java.time.Duration;

/** Durations for people. */
final class Durations {

    private static final int SECOND = 1000;
    private static final int MINUTE = 60;
    private static final int TENTH = 100;

    private Durations() {}

    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (duration.toSeconds() < MINUTE) {
            return millis / SECOND + "." + millis % SECOND / TENTH + " s";
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
