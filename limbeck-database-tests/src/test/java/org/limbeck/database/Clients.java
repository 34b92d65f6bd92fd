package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An application that reads and writes a table all the time, a row at once, and as many clients that do the same on a table
 * which nobody else touches. What the machine does to both is told from what only the first ones feel.
 */
final class Clients implements AutoCloseable {

    private static final int READERS = Load.FULL ? 8 : 4;
    private static final int WRITERS = Load.FULL ? 4 : 2;
    private static final int ROWS = 1000;
    private static final String BESIDE = "beside";

    private final ExecutorService threads = Executors.newFixedThreadPool(2 * (READERS + WRITERS));
    private final List<Future<?>> running = new ArrayList<>();
    private final Latencies felt = new Latencies();
    private final Latencies beside = new Latencies();
    private volatile boolean ended;

    private Clients() {}

    /** @param table gets its rows first: {@code id} from 1, and {@code n} */
    static Clients on(TestDatabase database, String table) {
        database.execute("INSERT INTO " + table + " (id, n) SELECT g, 0 FROM generate_series(1, " + ROWS + ") g");
        return onRows(database, table);
    }

    /** The same for a table that has such rows. */
    static Clients onRows(TestDatabase database, String table) {
        database.execute(
                "CREATE TABLE " + BESIDE + " (id int PRIMARY KEY, n int)",
                "INSERT INTO " + BESIDE + " SELECT g, 0 FROM generate_series(1, " + ROWS + ") g");
        Clients clients = new Clients();
        clients.start(database, table, clients.felt);
        clients.start(database, BESIDE, clients.beside);
        return clients;
    }

    private void start(TestDatabase database, String table, Latencies latencies) {
        for (int i = 0; i < READERS; i++) {
            running.add(threads.submit(() -> work(database, "SELECT n FROM " + table + " WHERE id = ?", latencies)));
        }
        for (int i = 0; i < WRITERS; i++) {
            running.add(
                    threads.submit(() -> work(database, "UPDATE " + table + " SET n = n + 1 WHERE id = ?", latencies)));
        }
    }

    private Void work(TestDatabase database, String sql, Latencies latencies)
            throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int id = 1; !ended; id = id % ROWS + 1) {
                statement.setInt(1, id);
                long begin = System.nanoTime();
                statement.execute();
                latencies.add(System.nanoTime() - begin);
                Thread.sleep(4);
            }
        }
        return null;
    }

    /** Forgets what was felt so far. */
    void reset() {
        felt.reset();
        beside.reset();
    }

    /**
     * Prints what was felt since the last time, and fails where a statement took longer than it may, not counting what the
     * machine did meanwhile to those beside.
     */
    void felt(String what, Duration most) {
        Duration longest = felt.longest();
        Duration machine = beside.longest();
        System.out.println(what + ": " + felt + "; beside it: " + beside);
        reset();
        assertThat(longest).as(what).isLessThanOrEqualTo(most.plus(machine));
    }

    /** What the clients of the table felt. */
    Latencies latencies() {
        return felt;
    }

    /** Ends the application; fails if one of its statements did. */
    @Override
    public void close() {
        ended = true;
        threads.shutdown();
        for (Future<?> client : running) {
            try {
                client.get();
            } catch (InterruptedException | ExecutionException failure) {
                throw new AssertionError("a client failed", failure);
            }
        }
    }
}
