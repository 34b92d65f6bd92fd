package org.limbeck.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.limbeck.Limbeck;
import org.limbeck.setting.Settings;

/** Specifies which database a test gets. */
@LimbeckTest(configuration = "src/test/shop/limbeck.properties")
class DatabasesTest {

    private static final long NANOS = 1_000_000;

    @BeforeEach
    void order(Limbeck limbeck, DataSource dataSource) throws SQLException {
        if (!limbeck.current().rows().isEmpty()) {
            execute(dataSource, "INSERT INTO orders (customer) VALUES ('Ada')");
        }
    }

    @RepeatedTest(2)
    void eachTestHasItsOwnAtTheHead(Limbeck limbeck, Connection connection) throws SQLException {
        assertThat(limbeck.current().rows()).containsExactly("0003");
        assertThat(rows(connection, "SELECT customer FROM orders")).containsExactly("Ada");
    }

    @Test
    void whatOneTestGetsIsOneDatabase(DataSource dataSource, Connection connection, Limbeck limbeck)
            throws SQLException {
        String name = "SELECT current_database()";
        try (Connection another = dataSource.getConnection()) {
            assertThat(rows(another, name)).isEqualTo(rows(connection, name));
            assertThat(limbeck.current().database())
                    .isEqualTo(rows(connection, name).get(0));
        }
    }

    @Test
    @Migrated("0002")
    void aTestCanStandBeforeARevisionAndGoOn(Limbeck limbeck, Connection connection) throws SQLException {
        assertThat(limbeck.current().rows()).containsExactly("0002");

        limbeck.upgrade("0003");

        assertThat(rows(connection, "SELECT customer FROM orders")).containsExactly("ada");
    }

    @Test
    @Migrated("base")
    void aTestCanBeginWithNothing(Connection connection) throws SQLException {
        assertThat(rows(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
                .isEmpty();
    }

    @Test
    @Migrated("base")
    void aFreshDatabaseTakesMilliseconds(Settings settings) throws SQLException {
        try (TestServer server = TestServer.start(settings)) {
            TestProject project = new TestProject(settings);
            FreshDatabase.create(server, project, "heads").close();
            int count = 20;
            long creating = 0;
            long begun = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                FreshDatabase database = FreshDatabase.create(server, project, "heads");
                creating += System.nanoTime() - before;
                database.close();
            }
            System.out.printf(
                    "a migrated database takes %d ms, and %d ms more to drop it%n",
                    creating / count / NANOS, (System.nanoTime() - begun - creating) / count / NANOS);
        }
    }

    @Nested
    @Migrated("0002")
    class InANestedClass {

        @Test
        void theOuterOneCounts(Limbeck limbeck) {
            assertThat(limbeck.current().rows()).containsExactly("0002");
        }

        @Nested
        class InAnother {

            @Test
            void allOuterOnesCount(Limbeck limbeck) {
                assertThat(limbeck.current().rows()).containsExactly("0002");
            }
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
