package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.execute.DatabaseConnector;

/** Opens connections, and says what went wrong with one. */
record DatabaseUse(DatabaseConnector database) {

    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T using(String action, Use<T> use) {
        return using(action, connectAside(), use);
    }

    <T> T using(String action, CompletableFuture<Connection> connecting, Use<T> use) {
        try (Connection connection = await(connecting)) {
            return use.with(connection);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database.displayName(), action, null, exception);
        }
    }

    /** Connects while the migrations are read: a driver's first connection takes as long as thousands of files. */
    CompletableFuture<Connection> connectAside() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return database.connect();
                    } catch (SQLException exception) {
                        throw ConnectionProblem.connecting(database.displayName(), exception);
                    }
                },
                aside());
    }

    /** Where something is done while the caller does something else: by the caller itself where no other thread may. */
    Executor aside() {
        return database.isBoundToThread() ? Runnable::run : ForkJoinPool.commonPool();
    }

    /** Waits for what is done aside, and throws what that threw. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException exception) {
            if (exception.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw exception;
        }
    }

    static void closeWhenOpen(CompletableFuture<Connection> connecting) {
        CompletableFuture<Void> unused = connecting.thenAccept(connection -> {
            try {
                connection.close();
            } catch (SQLException exception) {
                // It was never used; the server notices by itself that it is gone.
            }
        });
    }
}
