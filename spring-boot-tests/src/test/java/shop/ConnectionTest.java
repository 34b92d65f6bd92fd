package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.limbeck.spring.LimbeckConnectionDetails;
import org.limbeck.spring.LimbeckDataSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Which database migrations are run on, and as whom. */
class ConnectionTest {

    private static final String OWNERS = "SELECT tableowner FROM pg_tables WHERE tablename = 'orders'";

    /** Of both Spring Boots. */
    private static final List<String> OF_JDBC_AND_JPA = List.of(
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration");

    private final Database database = Database.create();

    @Test
    void migrationsMayHaveAUserOfTheirOwn() {
        String owner = owner();
        Application.start(database, "--limbeck.user=" + owner, "--limbeck.password=secret")
                .close();
        assertThat(database.rows(OWNERS)).containsExactly(owner);
    }

    @Test
    void migrationsMayHaveAUrlOfTheirOwn() {
        String owner = owner();
        String url = database.access().jdbcUrl().replace("jdbc:", "").replace("//", "//" + owner + ":secret@");
        Application.start(database, "--limbeck.url=" + url).close();
        assertThat(database.rows(OWNERS)).containsExactly(owner);
    }

    @Test
    void passwordsMayHaveCommasAndBlanks() {
        String owner = owner();
        database.execute("ALTER ROLE " + owner + " PASSWORD 'a, b ,c'");
        Application.start(database, "--limbeck.user=" + owner, "--limbeck.password=a, b ,c", "--limbeck.url=")
                .close();
        assertThat(database.rows(OWNERS)).containsExactly(owner);
    }

    @Test
    void anApplicationWithoutADataSourceNamesTheUrl() {
        String url = database.access().jdbcUrl();
        Application.start(
                        database,
                        "--limbeck.url=" + url,
                        "--limbeck.user=" + database.access().user(),
                        "--limbeck.password=" + database.access().password(),
                        "--spring.autoconfigure.exclude=" + String.join(",", OF_JDBC_AND_JPA))
                .close();
        assertThat(database.versions()).containsExactly("0002");
    }

    @Test
    void connectionDetailsComeBeforeProperties() {
        String owner = owner();
        Details.given = new Details.Given(database.access().jdbcUrl(), owner, "secret");
        Application.start(database, Details.class, "--limbeck.url=postgresql://nobody@localhost:1/nowhere")
                .close();
        assertThat(database.rows(OWNERS)).containsExactly(owner);
    }

    @Test
    void aContainersDatabaseStandsInForAConfiguredOne() {
        Container.access = database.access();
        Application.start(database, Container.class, "--limbeck.url=postgresql://nobody@localhost:1/nowhere")
                .close();
        assertThat(database.versions()).containsExactly("0002");
    }

    @Test
    void oneOfSeveralDataSourcesIsMarked() {
        Several.databases = List.of(Database.create(), database);
        Application.start(database, Marked.class, "--spring.jpa.hibernate.ddl-auto=none").close();
        assertThat(database.versions()).containsExactly("0002");
        assertThat(Several.databases.get(0).rows("SELECT to_regclass('orders')::text")).containsOnlyNulls();
    }

    @Test
    void severalDataSourcesOfWhichNoneIsMarkedAreRefused() {
        Several.databases = List.of(Database.create(), database);
        FailureAnalysis analysis = Application.fail(database, Several.class);
        assertThat(analysis.getDescription())
                .startsWith("error[L181]: the application has several data sources, and none of them is marked");
        assertThat(analysis.getAction()).contains("@LimbeckDataSource");
    }

    private String owner() {
        String owner = "owner_of_" + database.name();
        database.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA public TO " + owner);
        return owner;
    }

    static class Details {

        private static Given given = new Given("", "", "");

        record Given(String url, String user, String password) implements LimbeckConnectionDetails {}

        @Bean
        LimbeckConnectionDetails details() {
            return given;
        }
    }

    static class Several {

        private static List<Database> databases = List.of();

        @Bean
        DataSource first() {
            return databases.get(0).dataSource();
        }

        @Bean
        DataSource second() {
            return databases.get(1).dataSource();
        }
    }

    static class Marked {

        @Bean
        @Primary
        DataSource first() {
            return Several.databases.get(0).dataSource();
        }

        @Bean
        @LimbeckDataSource
        DataSource second() {
            return Several.databases.get(1).dataSource();
        }
    }
}
