package org.limbeck.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.limbeck.embedded.DatabaseAccess;
import org.limbeck.embedded.EmbeddedPostgres;
import org.limbeck.embedded.TemporaryServer;

/** Specifies what the contract says of migrations that break it, and where databases are made. */
class ContractTest {

    /** Two heads, a downgrade that undoes something else, a column that no revision adds, and a table that is rewritten. */
    @LimbeckTest(configuration = "src/test/broken/limbeck.properties")
    static class Broken implements MigrationContract {}

    /** Its databases are made wherever the settings say. */
    @LimbeckTest(configuration = "src/test/shop/limbeck.properties")
    static class Anywhere {

        @Test
        void test(Connection connection) throws SQLException {
            assertThat(DatabasesTest.rows(connection, "SELECT version_num FROM limbeck_version"))
                    .containsExactly("0003");
        }
    }

    /** Its migrations are no files of their own. */
    @LimbeckTest(settings = "migrations=classpath:packaged")
    static class Packaged {

        @Test
        void test(Connection connection) throws SQLException {
            assertThat(DatabasesTest.rows(connection, "SELECT version_num FROM limbeck_version"))
                    .containsExactly("0001");
        }
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        Map<String, String> failures =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(Broken.class))
                        .execute()
                        .testEvents()
                        .failed()
                        .stream()
                        .collect(Collectors.toMap(
                                event -> event.getTestDescriptor()
                                        .getDisplayName()
                                        .replaceAll("\\(.*", ""),
                                event -> event.getRequiredPayload(TestExecutionResult.class)
                                        .getThrowable()
                                        .orElseThrow()
                                        .getMessage()));

        assertThat(failures)
                .containsOnlyKeys(
                        "thereIsOneHead", "everyRevisionComesBack", "entitiesMatchTheHead", "hasNoUnacceptedHazard");
        assertThat(failures.get("thereIsOneHead")).contains("[0002, 0003]", "limbeck merge heads");
        assertThat(failures.get("everyRevisionComesBack")).contains("no  0002  a name more   failed", "surname");
        assertThat(failures.get("entitiesMatchTheHead"))
                .contains("+ add column people.born", "limbeck revision --autogenerate");
        assertThat(failures.get("hasNoUnacceptedHazard")).contains("0003_right.sql:6", "limbeck:accept CODE REASON");
    }

    @Test
    void databasesAreMadeOnAServerThatIsNamed() throws SQLException {
        try (TemporaryServer server = EmbeddedPostgres.temporary()) {
            DatabaseAccess access = server.createDatabase("app");
            String url = access.jdbcUrl() + "?loggerLevel=OFF&user=" + access.user() + "&password=" + access.password();

            for (int run = 0; run < 2; run++) {
                EngineTestKit.engine("junit-jupiter")
                        .configurationParameter("limbeck.scratch-url", url)
                        .selectors(selectClass(Anywhere.class), selectClass(Packaged.class))
                        .execute()
                        .testEvents()
                        .assertStatistics(statistics -> statistics.succeeded(2).failed(0));
            }

            try (Connection connection =
                    DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password())) {
                List<String> databases =
                        DatabasesTest.rows(connection, "SELECT datname FROM pg_database WHERE datname LIKE 'limbeck%'");
                assertThat(databases).singleElement().asString().matches("limbeck_template_[0-9a-f]{16}");
            }
        }
    }
}
