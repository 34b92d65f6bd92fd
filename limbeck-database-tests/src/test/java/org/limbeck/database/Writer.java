package org.limbeck.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** An application that writes rows of its own all the time, and connects again when the server has gone. */
final class Writer {

    private static final int FIRST = 1000;

    private final Thread thread;
    private volatile boolean ended;

    private Writer(TestDatabase database) {
        thread = new Thread(() -> write(database), "writer");
    }

    /** Begins to write into the table {@code t}. */
    static Writer start(TestDatabase database) {
        Writer writer = new Writer(database);
        writer.thread.setDaemon(true);
        writer.thread.start();
        return writer;
    }

    void stop() throws InterruptedException {
        ended = true;
        thread.join();
    }

    private void write(TestDatabase database) {
        int id = FIRST;
        while (!ended) {
            try (Connection connection = database.connect();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO t (id, n) VALUES (?, 0)")) {
                while (!ended) {
                    insert.setInt(1, id++);
                    insert.execute();
                    Thread.sleep(2);
                }
            } catch (SQLException gone) {
                // The server recovers.
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
