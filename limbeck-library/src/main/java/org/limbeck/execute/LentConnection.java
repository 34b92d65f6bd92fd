package org.limbeck.execute;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that belongs to somebody else, usually to a pool. Closing it gives it back as it was: rolled back, without the
 * locks of a run, and with the settings that its session had.
 */
public interface LentConnection extends Connection {

    /** Sets the session back to what it was when the connection was lent. */
    void restore() throws SQLException;

    /** Remembers how a connection is, and puts it into autocommit mode. */
    static Connection of(Connection connection) throws SQLException {
        SessionState state = SessionState.of(connection);
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {LentConnection.class},
                (proxy, method, arguments) -> call(connection, state, method, arguments));
    }

    private static @Nullable Object call(
            Connection connection, SessionState state, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "restore" -> {
                state.restoreSettings(connection);
                return null;
            }
            case "close" -> {
                giveBack(connection, state);
                return null;
            }
            default -> {
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException exception) {
                    throw exception.getCause();
                }
            }
        }
    }

    private static void giveBack(Connection connection, SessionState state) throws SQLException {
        try {
            if (!connection.isClosed()) {
                state.restore(connection);
            }
        } catch (SQLException broken) {
            // Nobody must go on with a session of which nobody knows what it holds.
            connection.abort(Runnable::run);
        } finally {
            connection.close();
        }
    }
}
