package org.limbeck.imports;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limbeck.catalog.CatalogReader;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** An empty database of a test's own. */
record TestDatabase(DatabaseAccess access) {

    private static final List<String> RECORDS = List.of(
            "limbeck_version",
            "limbeck_history",
            "flyway_schema_history",
            "databasechangelog",
            "databasechangeloglock",
            "alembic_version");

    /** One server for all tests. */
    private static final class Server {
        static final TemporaryServer INSTANCE = EmbeddedPostgres.temporary();
    }

    static TestDatabase create() {
        return new TestDatabase(Server.INSTANCE.createDatabase());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }

    /** How Limbeck is told of it. */
    Map<String, String> environment() {
        return Map.of(
                "LIMBECK_URL", access.jdbcUrl(),
                "LIMBECK_USER", access.user(),
                "LIMBECK_PASSWORD", access.password());
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<String> values(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** All that the server knows of the schema, without the tables in which tools keep their records. */
    Schema schema() {
        CatalogScope scope = CatalogScope.of("public");
        for (String table : RECORDS) {
            scope = scope.without(new QualifiedName("public", table)).without(new QualifiedName(null, table));
        }
        try (Connection connection = connect()) {
            return CatalogReader.read(connection, scope);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
