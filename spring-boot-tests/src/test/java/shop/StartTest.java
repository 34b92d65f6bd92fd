package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.logging.LoggingSystem;

/** An application starts on databases in all states. */
class StartTest {

    private final Database database = Database.create();

    @Test
    void upgradesAnEmptyDatabaseBeforeJpaLooksAtIt() {
        try (Application application = Application.start(database)) {
            Order order = new Order();
            order.customer = "Zoe";
            OrderRepository orders = application.bean(OrderRepository.class);
            orders.save(order);
            assertThat(orders.findAll()).extracting(found -> found.customer).containsExactly("Zoe");
        }
        assertThat(database.versions()).containsExactly("0002");
    }

    @Test
    void upgradesADatabaseThatIsBehind() {
        database.limbeck().upgrade("0001");
        Application.start(database).close();
        assertThat(database.versions()).containsExactly("0002");
        Application.start(database).close();
        assertThat(database.rows("SELECT revision FROM limbeck_history ORDER BY id"))
                .containsExactly("0001", "0002");
    }

    @Test
    void refusesADatabaseThatIsAhead() {
        database.limbeck().upgrade();
        database.execute("UPDATE limbeck_version SET version_num = '0009'");
        FailureAnalysis analysis = Application.fail(database);
        assertThat(analysis.getDescription()).startsWith("error[L050]: ").contains("0009");
        assertThat(Application.fail(database, "--limbeck.on-startup=validate").getDescription())
                .startsWith("error[L053]: ")
                .contains("is at 0009, and this application has no migration 0009");
        Application.start(database, "--limbeck.on-startup=none").close();
        assertThat(database.versions()).containsExactly("0009");
    }

    @Test
    void saysWhichStatementFailedWhereAndWhatToDo() {
        FailureAnalysis analysis =
                Application.fail(database, "--limbeck.migrations=classpath:db/migration,classpath:broken/migration");
        assertThat(analysis.getDescription())
                .startsWith("error[L031]: ")
                .contains("broken/migration/0003_divide.sql:7", "division by zero", "is still at 0002");
        assertThat(analysis.getAction()).endsWith("to read about it:\n    limbeck explain L031");
        assertThat(database.versions()).containsExactly("0002");
        assertThat(database.rows("SELECT to_regclass('quotients')::text")).containsOnlyNulls();
    }

    @Test
    void validatesWithoutChangingAnything() {
        FailureAnalysis analysis = Application.fail(database, "--limbeck.on-startup=validate");
        assertThat(analysis.getDescription())
                .isEqualTo("error[L053]: " + database.name() + "@127.0.0.1:" + port()
                        + " is at base, 2 revisions are pending\n\n  Nothing was changed.");
        assertThat(analysis.getAction()).contains("limbeck upgrade heads", "limbeck.on-startup=upgrade");
        assertThat(database.rows("SELECT to_regclass('limbeck_version')::text")).containsOnlyNulls();
        database.limbeck().upgrade();
        Application.start(database, "--limbeck.on-startup=validate").close();
    }

    @Test
    void upgradesAtTheStartWhatUsesTheDatabaseLate() {
        Application.start(database, "--spring.main.lazy-initialization=true").close();
        assertThat(database.versions()).containsExactly("0002");
    }

    @Test
    void canBeLeftOut() {
        Application.start(database, "--limbeck.enabled=false", "--spring.jpa.hibernate.ddl-auto=none")
                .close();
        assertThat(database.rows("SELECT to_regclass('limbeck_version')::text")).containsOnlyNulls();
    }

    /** Spring Boot's logging belongs to the whole JVM, and doesn't stand being set up by several at once. */
    @AfterEach
    void useLogging() {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }

    @Test
    void tenThatStartTogetherUpgradeOnceAndAllStart() throws Exception {
        database.execute("""
                CREATE FUNCTION slowly() RETURNS event_trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_sleep(0.5); END';
                CREATE EVENT TRIGGER slow ON ddl_command_start EXECUTE FUNCTION slowly()
                """);
        Application.start(Database.create()).close();
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<List<String>>> starts = Collections.nCopies(10, () -> {
                try (Application application = Application.start(database)) {
                    return List.of(String.valueOf(
                            application.bean(OrderRepository.class).count()));
                }
            });
            List<String> counts = new ArrayList<>();
            for (Future<List<String>> started : threads.invokeAll(starts)) {
                counts.addAll(started.get());
            }
            assertThat(counts).hasSize(10).containsOnly("0");
        } finally {
            threads.shutdown();
        }
        assertThat(database.rows("SELECT revision FROM limbeck_history ORDER BY id"))
                .containsExactly("0001", "0002");
    }

    private String port() {
        return database.rows("SELECT inet_server_port()").get(0);
    }
}
