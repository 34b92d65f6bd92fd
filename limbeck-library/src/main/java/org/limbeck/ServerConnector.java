package org.limbeck;

import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.setting.Database;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/**
 * Connects to a database on a server with PostgreSQL's driver.
 *
 * @param database where, as whom and how
 */
public record ServerConnector(Database.Server database) implements DatabaseConnector {

    private static final String APPLICATION = "limbeck";
    private static final String CONNECT_SECONDS = "10";
    /** After a connection there may be nobody behind it who answers. */
    private static final String LOGIN_SECONDS = "30";
    /** Whoever interrupts a run wants it to end. */
    private static final String CANCEL_SECONDS = "3";

    @Override
    public String displayName() {
        return database.displayName();
    }

    @Override
    public PgConnection connect() throws SQLException {
        return connect(database.jdbcUrl(), database.properties());
    }

    @Override
    public PgConnection connect(String anotherDatabase) throws SQLException {
        return connect(database.jdbcUrlOf(anotherDatabase), database.properties());
    }

    /**
     * Connects with the settings that all of Limbeck's connections have.
     *
     * @param settings gets those of them that it doesn't say itself
     */
    public static PgConnection connect(String url, Properties settings) throws SQLException {
        settings.putIfAbsent("ApplicationName", APPLICATION);
        settings.putIfAbsent("connectTimeout", CONNECT_SECONDS);
        settings.putIfAbsent("tcpKeepAlive", "true");
        // Every server that Limbeck works with is newer; saying so saves a question at the start.
        settings.putIfAbsent("assumeMinServerVersion", "9.4");
        settings.putIfAbsent("cancelSignalTimeout", CANCEL_SECONDS);
        boolean timed = settings.containsKey("loginTimeout") || settings.containsKey("socketTimeout");
        if (timed) {
            return found(new Driver().connect(url, settings), url).unwrap(PgConnection.class);
        }
        settings.setProperty("socketTimeout", LOGIN_SECONDS);
        PgConnection connection = connectDirectly(url, settings);
        // A statement may take as long as it likes.
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }

    /**
     * Does what {@link Driver#connect} does, without its search for defaults on the class path, which with the reflection
     * around it takes a tenth of a short command's time.
     */
    private static PgConnection connectDirectly(String url, Properties settings) throws SQLException {
        Properties parsed = found(Driver.parseURL(url, settings), url);
        String[] names = PGProperty.PG_HOST.getOrDefault(parsed).split(",", -1);
        String[] ports = PGProperty.PG_PORT.getOrDefault(parsed).split(",", -1);
        String localAddress = PGProperty.LOCAL_SOCKET_ADDRESS.getOrDefault(parsed);
        HostSpec[] hosts = new HostSpec[names.length];
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = new HostSpec(names[i], Integer.parseInt(ports[i]), localAddress);
        }
        return new PgConnection(hosts, parsed, url);
    }

    private static <T> T found(@Nullable T answer, String url) throws SQLException {
        if (answer == null) {
            throw new SQLException("the driver does not know the URL " + url);
        }
        return answer;
    }
}
