package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that takes locks in the opposite order of a run, all the time: the run gives way, the application goes on. */
class DeadlockTest {

    private static final int CLIENTS = Load.FULL ? 4 : 2;
    private static final int REVISIONS = Load.FULL ? 40 : 4;
    private static final String DEADLOCK = "40P01";

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.onNewest();

    @Test
    void theApplicationIsNotTheOneThatFails() throws Exception {
        Project project = new Project(folder)
                .sql(
                        "a1",
                        "CREATE TABLE x (id int PRIMARY KEY, n int); CREATE TABLE y (id int PRIMARY KEY, n int);",
                        "");
        project.limbeck(database).upgrade("head");
        database.execute(
                "INSERT INTO x SELECT g, 0 FROM generate_series(1, " + CLIENTS + ") g", "INSERT INTO y TABLE x");
        for (int i = 1; i <= REVISIONS; i++) {
            project.sql(
                    "b" + i,
                    "ALTER TABLE y ADD CONSTRAINT y_x" + i + " FOREIGN KEY (id) REFERENCES x (id) NOT VALID;"
                            + " ALTER TABLE x ADD CONSTRAINT x_y" + i
                            + " FOREIGN KEY (id) REFERENCES y (id) NOT VALID;",
                    "");
        }
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger deadlocks = new AtomicInteger();
        AtomicInteger transactions = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> clients = new ArrayList<>();
        for (int id = 1; id <= CLIENTS; id++) {
            int row = id;
            clients.add(threads.submit(() -> work(row, ended, transactions, deadlocks)));
        }
        try {
            Until.holds("the application works", () -> transactions.get() > 10);
            project.limbeck(database).upgrade("head");
        } finally {
            ended.set(true);
            threads.shutdown();
            for (Future<?> client : clients) {
                client.get();
            }
        }
        System.out.println(REVISIONS + " revisions against " + transactions + " transactions in the opposite order, "
                + deadlocks + " of which were ended as deadlocks");
        assertThat(deadlocks).hasValueLessThan(2);
    }

    private Void work(int row, AtomicBoolean ended, AtomicInteger transactions, AtomicInteger deadlocks)
            throws SQLException, InterruptedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            while (!ended.get()) {
                try {
                    TestDatabase.execute(connection, "UPDATE x SET n = n + 1 WHERE id = " + row);
                    Thread.sleep(5);
                    TestDatabase.execute(connection, "UPDATE y SET n = n + 1 WHERE id = " + row);
                    connection.commit();
                    transactions.incrementAndGet();
                } catch (SQLException failure) {
                    assertThat(failure.getSQLState()).isEqualTo(DEADLOCK);
                    deadlocks.incrementAndGet();
                    connection.rollback();
                }
                Thread.sleep(30);
            }
        }
        return null;
    }
}
