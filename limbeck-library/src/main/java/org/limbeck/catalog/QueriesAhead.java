package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Queries that are asked one after the other on a thread of their own, so that the server answers one while the rows of
 * the one before are looked at.
 */
final class QueriesAhead {

    private final Map<String, CompletableFuture<ResultSet>> answers = new HashMap<>();
    private final CompletableFuture<Void> asking;
    private volatile boolean stopped;

    private QueriesAhead(Connection connection, List<String> queries) {
        queries.forEach(query -> answers.put(query, new CompletableFuture<>()));
        Map<String, CompletableFuture<ResultSet>> asked = Map.copyOf(answers);
        asking = CompletableFuture.runAsync(
                () -> {
                    for (String query : queries) {
                        CompletableFuture<ResultSet> answer = asked.get(query);
                        if (answer != null && !ask(connection, query, answer)) {
                            return;
                        }
                    }
                },
                QueriesAhead::onThreadOfItsOwn);
    }

    /** A shared pool may have one thread only, which waits for the answers. */
    private static void onThreadOfItsOwn(Runnable work) {
        Thread thread = new Thread(work, "limbeck-catalog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins to ask; until {@link #stop()} the connection is used. */
    static QueriesAhead begin(Connection connection, List<String> queries) {
        return new QueriesAhead(connection, queries);
    }

    /** The rows of one of them, which the caller closes with their statement; null for another query. */
    @Nullable
    ResultSet take(String query) throws SQLException {
        CompletableFuture<ResultSet> answer = answers.remove(query);
        if (answer == null) {
            return null;
        }
        try {
            return answer.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    /** Asks no more, and waits for what is being asked. */
    void stop() {
        stopped = true;
        asking.join();
    }

    /** Returns false where nothing more can be asked; whoever waits for an answer learns why. */
    private boolean ask(Connection connection, String query, CompletableFuture<ResultSet> answer) {
        if (stopped) {
            return false;
        }
        try {
            Statement statement = connection.createStatement();
            statement.closeOnCompletion();
            statement.setEscapeProcessing(false);
            answer.complete(statement.executeQuery(query));
            return true;
        } catch (SQLException | RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
            return false;
        }
    }
}
