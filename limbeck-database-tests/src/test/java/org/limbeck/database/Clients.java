package org.limbeck.database;

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
import java.util.concurrent.atomic.AtomicLong;

/** An application that reads and writes a table all the time, a row at once, and notes how long that takes at most. */
final class Clients implements AutoCloseable {

    private static final int READERS = 4;
    private static final int WRITERS = 2;
    private static final int ROWS = 1000;

    private final ExecutorService threads = Executors.newFixedThreadPool(READERS + WRITERS);
    private final List<Future<?>> running = new ArrayList<>();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private volatile boolean ended;

    private Clients() {}

    /** @param table gets its rows first: {@code id} from 1, and {@code n} */
    static Clients on(TestDatabase database, String table) {
        database.execute("INSERT INTO " + table + " (id, n) SELECT g, 0 FROM generate_series(1, " + ROWS + ") g");
        Clients clients = new Clients();
        for (int i = 0; i < READERS; i++) {
            clients.start(database, "SELECT n FROM " + table + " WHERE id = ?");
        }
        for (int i = 0; i < WRITERS; i++) {
            clients.start(database, "UPDATE " + table + " SET n = n + 1 WHERE id = ?");
        }
        return clients;
    }

    private void start(TestDatabase database, String sql) {
        running.add(threads.submit(() -> work(database, sql)));
    }

    private Void work(TestDatabase database, String sql) throws SQLException, InterruptedException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int id = 1; !ended; id = id % ROWS + 1) {
                statement.setInt(1, id);
                long begin = System.nanoTime();
                statement.execute();
                longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                statements.incrementAndGet();
                Thread.sleep(2);
            }
        }
        return null;
    }

    /** The longest that one statement took since the last time that this was asked. */
    Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    long statements() {
        return statements.get();
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
