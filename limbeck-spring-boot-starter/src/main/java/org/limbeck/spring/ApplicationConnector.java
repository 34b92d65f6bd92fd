package org.limbeck.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.limbeck.DataSourceConnector;
import org.limbeck.ServerConnector;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Database;
import org.limbeck.setting.DatabaseUrl;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * Borrows from a data source, and finds the way to a scratch database of the same server by what the data source was made
 * of.
 */
record ApplicationConnector(DataSource dataSource, DataSourceConnector borrowing) implements DatabaseConnector {

    ApplicationConnector(DataSource dataSource) {
        this(dataSource, new DataSourceConnector(dataSource));
    }

    @Override
    public String displayName() {
        return borrowing.displayName();
    }

    @Override
    public boolean isBoundToThread() {
        return borrowing.isBoundToThread();
    }

    @Override
    public Connection connect() throws SQLException {
        try {
            return borrowing.connect();
        } catch (LimbeckException exception) {
            if (exception.problem().code() == ProblemCode.NOT_POSTGRESQL) {
                throw exception
                        .problem()
                        .hint("to leave Limbeck out, as in tests on another database", "limbeck.enabled=false")
                        .exception(exception);
            }
            throw exception;
        }
    }

    @Override
    public Connection connect(String anotherDatabase) throws SQLException {
        return new ServerConnector(server()).connect(anotherDatabase);
    }

    private Database.Server server() throws SQLException {
        try {
            SimpleDriverDataSource same = DataSourceBuilder.derivedFrom(dataSource)
                    .type(SimpleDriverDataSource.class)
                    .build();
            String user = Objects.requireNonNullElse(same.getUsername(), "");
            String password = Objects.requireNonNullElse(same.getPassword(), "");
            String url = Objects.requireNonNullElse(same.getUrl(), "");
            if (DatabaseUrl.parse(url, user, password, Map.of()) instanceof Database.Server server) {
                return server;
            }
            throw new SQLException(unknown());
        } catch (LimbeckException | IllegalStateException | IllegalArgumentException underivable) {
            throw new SQLException(unknown(), underivable);
        }
    }

    private String unknown() {
        return "the data source doesn't tell its server, where a scratch database would be; limbeck.scratch-url names one";
    }
}
