package org.limbeck.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limbeck.sql.Literals;

/**
 * How a session was before it was used.
 *
 * @param autoCommit whether each statement was a transaction
 * @param user who the session was
 * @param role the role that was set; {@code none} for none
 * @param settings what had been set for the session, with its values
 */
record SessionState(boolean autoCommit, String user, String role, Map<String, String> settings) {

    /** Those of a transaction are no settings of the session. */
    private static final String SETTINGS = """
            SELECT name, setting, session_user, current_setting('role')
              FROM (SELECT) one LEFT JOIN pg_settings ON source = 'session'
                   AND name NOT IN ('transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
             ORDER BY name
            """;

    /** Reads it, and puts the connection into autocommit mode. */
    static SessionState of(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.setAutoCommit(true);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        String user = "";
        String role = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                user = rows.getString(3);
                role = rows.getString(4);
                if (rows.getString(1) != null) {
                    settings.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return new SessionState(autoCommit, user, role, settings);
    }

    /** Ends what is open, gives up all locks and settings, and sets what was set before. */
    void restore(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        new Catalog(connection).execute("SELECT pg_advisory_unlock_all()");
        restoreSettings(connection);
        if (!autoCommit) {
            connection.setAutoCommit(false);
        }
    }

    /** Gives up all settings, and sets what was set before. */
    void restoreSettings(Connection connection) throws SQLException {
        StringBuilder sql =
                new StringBuilder(Session.RESET).append("; SELECT ").append(set("session_authorization", user));
        settings.forEach((name, value) -> sql.append(", ").append(set(name, value)));
        sql.append(", ").append(set("role", role));
        new Catalog(connection).execute(sql.toString());
    }

    private static String set(String name, String value) {
        return "set_config(" + Literals.text(name) + ", " + Literals.text(value) + ", false)";
    }
}
