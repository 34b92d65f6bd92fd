package org.limbeck.cli;

import java.io.PrintStream;
import java.time.Duration;

/** A line on a terminal that shows how long something has been running; it appears after a second. */
final class LiveLine {

    private static final long SECOND = 1000;
    private static final String BACK_AND_CLEAR = "\r\u001B[K";

    private final PrintStream terminal;
    private final String text;
    private boolean ended;
    private boolean shown;

    private LiveLine(PrintStream terminal, String text) {
        this.terminal = terminal;
        this.text = text;
    }

    static LiveLine start(PrintStream terminal, String text) {
        LiveLine line = new LiveLine(terminal, text);
        Thread thread = new Thread(line::run, "limbeck-progress");
        thread.setDaemon(true);
        thread.start();
        return line;
    }

    /** Clears the line. */
    synchronized void end() {
        ended = true;
        notifyAll();
        if (shown) {
            terminal.print(BACK_AND_CLEAR);
            terminal.flush();
        }
    }

    private synchronized void run() {
        long start = System.nanoTime();
        long next = start + Duration.ofSeconds(1).toNanos();
        try {
            while (!ended) {
                long left = Duration.ofNanos(next - System.nanoTime()).toMillis();
                if (left > 0) {
                    wait(left);
                } else {
                    show(Duration.ofNanos(System.nanoTime() - start));
                    next += Duration.ofMillis(SECOND).toNanos();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Duration elapsed) {
        shown = true;
        terminal.print(BACK_AND_CLEAR + text + "   " + elapsed.toSeconds() + " s ...");
        terminal.flush();
    }
}
