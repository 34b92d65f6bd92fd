package org.limbeck.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.limbeck.Limbeck;
import org.limbeck.ServerConnector;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.setting.Database;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that nobody else uses, and that is dropped when it is closed. */
// JUnit before 5.13 closes nothing else.
@SuppressWarnings("deprecation")
final class FreshDatabase implements CloseableResource, AutoCloseable {

    private static final String EMPTY = "base";

    private final TestServer server;
    private final TestProject project;
    private final Database.Server database;
    private final List<Connection> opened = new ArrayList<>();

    private FreshDatabase(TestServer server, TestProject project, Database.Server database) {
        this.server = server;
        this.project = project;
        this.database = database;
    }

    /** @param target where its migrations have got to */
    static FreshDatabase create(TestServer server, TestProject project, String target) {
        String name = "limbeck_test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            String template = target.equals(EMPTY) ? "" : " TEMPLATE " + server.template(project, target);
            server.execute("CREATE DATABASE " + name + template);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(
                    server.maintenance().displayName(), "create a database for a test", null, exception);
        }
        return new FreshDatabase(server, project, server.database(name));
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        try {
            for (String parameter : database.parameters().keySet()) {
                dataSource.setProperty(parameter, database.parameters().get(parameter));
            }
        } catch (SQLException exception) {
            throw new IllegalStateException("the driver took these parameters before", exception);
        }
        return dataSource;
    }

    /** A connection that is closed with the database. */
    Connection connection() {
        try {
            Connection connection = new ServerConnector(database).connect();
            opened.add(connection);
            return connection;
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database.displayName(), "connect to a database for a test", null, exception);
        }
    }

    Limbeck limbeck() {
        return project.limbeck(database);
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
        server.execute("DROP DATABASE IF EXISTS " + database.displayName() + " WITH (FORCE)");
    }
}
