package org.limbeck.database;

import java.io.IOException;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The ways in which a run can be ended from outside. */
enum Kill {
    /** The client is gone before it sends the message. */
    CLIENT_BEFORE,
    /** The client is gone while the server works on the message. */
    CLIENT_DURING,
    /** The client is gone before it learns of the answer. */
    CLIENT_AFTER,
    /** {@code pg_terminate_backend} before the message. */
    TERMINATE_BEFORE,
    /** {@code pg_terminate_backend} while the server works on it. */
    TERMINATE_DURING,
    /** {@code pg_cancel_backend} while the server works on it. */
    CANCEL_DURING,
    /** {@code SIGKILL} to the server process, whereupon the whole server recovers. */
    BACKEND_DURING;

    private static final int DELAYS = 4;

    /** @param place decides how long the server gets for its work, a few milliseconds at most */
    Trap.Harm on(TestDatabase database, int place) {
        return new Trap.Harm() {

            private @Nullable Connection other;
            private int delay = place;

            @Override
            public void before(Trap.Way way) throws Exception {
                other = database.connect();
                if (Kill.this == CLIENT_BEFORE) {
                    way.cut();
                } else if (Kill.this == TERMINATE_BEFORE) {
                    TestDatabase.execute(other, "SELECT pg_terminate_backend(" + way.pid() + ", 5000)");
                }
            }

            @Override
            public void during(Trap.Way way) throws Exception {
                if (name().endsWith("_DURING")) {
                    Thread.sleep(delay++ % DELAYS);
                }
                try (Connection connection = other) {
                    switch (Kill.this) {
                        case CLIENT_DURING -> way.cut();
                        case TERMINATE_DURING ->
                            TestDatabase.execute(connection, "SELECT pg_terminate_backend(" + way.pid() + ")");
                        case CANCEL_DURING ->
                            TestDatabase.execute(connection, "SELECT pg_cancel_backend(" + way.pid() + ")");
                        case BACKEND_DURING -> signal(way.pid());
                        default -> {
                            // Nothing happens while the server works.
                        }
                    }
                }
            }

            @Override
            public boolean repeats() {
                return Kill.this == CANCEL_DURING;
            }

            @Override
            public boolean losesAnswer() {
                return Kill.this == CLIENT_AFTER;
            }
        };
    }

    /** Kills a process at once. */
    static void signal(int pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-KILL", String.valueOf(pid)).start().waitFor();
    }
}
