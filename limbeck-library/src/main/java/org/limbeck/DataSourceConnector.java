package org.limbeck;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.LentConnection;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.DatabaseUrl;
import org.postgresql.PGConnection;

/**
 * Borrows connections from a data source, and gives them back as they were. Asks for them in the caller's thread, because some
 * data sources choose a database by it.
 */
public final class DataSourceConnector implements DatabaseConnector {

    private static final String UNKNOWN = "the data source's database";

    private final DataSource dataSource;
    /** Only a connection knows it. */
    private volatile String displayName = UNKNOWN;

    public DataSourceConnector(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public boolean isBoundToThread() {
        return true;
    }

    /** @throws LimbeckException with {@code NOT_POSTGRESQL} if the connection is of another driver than PostgreSQL's own */
    @Override
    public Connection connect() throws SQLException {
        Connection connection = borrow();
        try {
            if (!connection.isWrapperFor(PGConnection.class)) {
                throw Problem.of(
                                ProblemCode.NOT_POSTGRESQL,
                                "the data source's connections are not of PostgreSQL's driver")
                        .evidence(
                                "driver: " + connection.getMetaData().getDriverName(),
                                "database: " + connection.getMetaData().getDatabaseProductName())
                        .databaseState("Nothing was changed.")
                        .exception();
            }
            Connection lent = LentConnection.of(connection);
            displayName = name(lent);
            return lent;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public Connection connect(String anotherDatabase) throws SQLException {
        throw new SQLException("a data source knows no other database");
    }

    /** Pools pack what the driver said into exceptions of their own, some of which are not even of SQL. */
    private Connection borrow() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException failure) {
            SQLException innermost = null;
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                innermost = cause instanceof SQLException of ? of : innermost;
            }
            throw innermost == null ? new SQLException(failure) : innermost;
        }
    }

    /** A pool may have set another schema than its URL says. */
    private static String name(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        int parameters = url.indexOf('?');
        String server = parameters < 0 ? url : url.substring(0, parameters);
        String schema = connection.getSchema();
        String named = schema == null ? "" : "?currentSchema=" + URLEncoder.encode(schema, StandardCharsets.UTF_8);
        try {
            return DatabaseUrl.parse(server + named, "", "", Map.of()).displayName();
        } catch (LimbeckException unusual) {
            return connection.getCatalog();
        }
    }
}
