package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
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
        return using(action, null, connecting, use);
    }

    /** @param databaseState what is true of the database wherever it fails */
    <T> T using(String action, @Nullable String databaseState, CompletableFuture<Connection> connecting, Use<T> use) {
        try (Connection connection = await(connecting)) {
            return use.with(connection);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database.displayName(), action, databaseState, exception);
        }
    }

    /**
     * A connection that is being opened, and what is asked on it first.
     *
     * @param answer fails as the connection does
     */
    record Opening<T>(CompletableFuture<Connection> connection, CompletableFuture<T> answer) {

        /** Closes it as soon as nobody asks any more. */
        void giveUp() {
            CompletableFuture<Void> unused = answer.handle((asked, failure) -> failure == null)
                    .thenAcceptBoth(connection, (wasAsked, opened) -> close(opened));
        }
    }

    /**
     * Connects and asks while the migrations are read: a driver's first connection takes as long as thousands of files.
     *
     * @param action what is done, for the problem that stops it
     */
    <T> Opening<T> opening(String action, Use<T> first) {
        CompletableFuture<Connection> connection = connectAside();
        return new Opening<>(connection, connection.thenApply(opened -> asked(action, opened, first)));
    }

    private <T> T asked(String action, Connection connection, Use<T> use) {
        try {
            return use.with(connection);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database.displayName(), action, null, exception);
        }
    }

    private CompletableFuture<Connection> connectAside() {
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

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException exception) {
            // Nothing was changed on it; the server notices by itself that it is gone.
        }
    }
}
