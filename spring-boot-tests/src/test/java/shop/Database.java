package shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.limbeck.Limbeck;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.execute.RunListener;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty database of a test's own. */
record Database(DatabaseAccess access) {

    private static final int MAJOR = 18;

    /** One server for all tests; it ends with the JVM. */
    private static final class Server {
        private static final TemporaryServer RUNNING = EmbeddedPostgres.temporary(MAJOR);
    }

    static Database create() {
        return new Database(Server.RUNNING.createDatabase());
    }

    /** The arguments that name it to an application. */
    List<String> arguments() {
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + access.jdbcUrl(),
                "--spring.datasource.username=" + access.user(),
                "--spring.datasource.password=" + access.password()));
    }

    DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(access.jdbcUrl());
        dataSource.setUser(access.user());
        dataSource.setPassword(access.password());
        return dataSource;
    }

    /** Limbeck with the migrations of the application. */
    Limbeck limbeck() {
        return Limbeck.on(dataSource()).listening(RunListener.NONE);
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The first column of all rows. */
    List<String> rows(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    List<String> versions() {
        return rows("SELECT version_num FROM limbeck_version");
    }

    String name() {
        return rows("SELECT current_database()").get(0);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
