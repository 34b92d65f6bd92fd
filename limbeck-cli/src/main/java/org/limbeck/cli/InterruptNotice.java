package org.limbeck.cli;

import java.io.PrintStream;

/** Says what is known when somebody ends the process in the middle of a run, and ends what the server is doing for it. */
final class InterruptNotice {

    private final PrintStream err;
    private final ConfiguredDatabase database;
    private final Thread hook = new Thread(this::end, "limbeck-interrupted");
    private volatile String revision = "";

    private InterruptNotice(PrintStream err, ConfiguredDatabase database) {
        this.err = err;
        this.database = database;
    }

    static InterruptNotice register(PrintStream err, ConfiguredDatabase database) {
        InterruptNotice notice = new InterruptNotice(err, database);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    void during(String running) {
        revision = running;
    }

    void withdraw() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Too late: it prints.
        }
    }

    private void end() {
        err.println();
        err.println("interrupted during " + revision + "; to see where " + database.displayName()
                + " is now:   limbeck current");
        err.flush();
        database.cancel();
    }
}
