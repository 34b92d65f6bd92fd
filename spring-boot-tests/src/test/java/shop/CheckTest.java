package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;

/** An application compares its database with its entities when it starts. */
class CheckTest {

    private static final String WARN = "--limbeck.check-on-startup=warn";
    private static final String FAIL = "--limbeck.check-on-startup=fail";
    /** Their tables lack a column that an entity has. */
    private static final String NAMELESS = "--limbeck.migrations=classpath:nameless/migration";

    private static final String NOTE = "note: new column orders.customer takes no null and has no default:"
            + " it can't be added where the table has rows";

    private static final String UNVALIDATED = "--spring.jpa.hibernate.ddl-auto=none";

    @TempDir
    Path folder;

    private final Database database = Database.create();
    private final Logger logger = Logger.getLogger("org.limbeck");
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Handler handler = new Warnings();

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
    }

    @Test
    void saysNothingWhereNothingDiffers() {
        Application.start(database, FAIL).close();
        Application.start(database, WARN).close();
        assertThat(warnings).isEmpty();
    }

    @Test
    void comparesNothingUnlessItIsAsked() {
        Application.start(database, NAMELESS, UNVALIDATED).close();
        assertThat(warnings).isEmpty();
    }

    @Test
    void warnsOfAColumnThatNoMigrationHas() {
        Application.start(database, WARN, NAMELESS, UNVALIDATED).close();
        assertThat(warnings).singleElement().asString().isEqualTo("""
                error[L182]: %s differs from the entities

                  + add column orders.customer
                  %s

                  Comparing changed nothing.
                  hint: to write the migration that makes it so:   limbeck revision --autogenerate -m "..."\
                """.formatted(name(), NOTE));
        assertThat(database.versions()).containsExactly("0001");
    }

    @Test
    void refusesToStartBeforeHibernateValidates() {
        FailureAnalysis analysis = Application.fail(database, FAIL, NAMELESS);
        assertThat(analysis.getDescription())
                .startsWith("error[L182]: " + name() + " differs from the entities")
                .contains("+ add column orders.customer");
        assertThat(analysis.getAction()).contains("limbeck revision --autogenerate -m \"...\"", "limbeck explain L182");
    }

    @Test
    void buildsInADatabaseOfItsOwnWhereATransactionWontDo() {
        setOffCode();
        String smallPool = "--spring.datasource.hikari.maximum-pool-size=1";
        assertThat(Application.fail(database, FAIL, NAMELESS, smallPool).getDescription())
                .contains("add column orders.customer");
        assertThat(database.rows("SELECT datname FROM pg_database WHERE datname LIKE 'limbeck\\_scratch%'"))
                .isEmpty();
    }

    @Test
    void saysWhereAPlaceToCompareCanBeHad() {
        setOffCode();
        String owner = "owner_of_" + database.name();
        database.execute(
                "CREATE ROLE " + owner + " LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA public TO " + owner);
        String[] asOwner = {FAIL, NAMELESS, UNVALIDATED, "--limbeck.user=" + owner, "--limbeck.password=secret"};
        FailureAnalysis analysis = Application.fail(database, asOwner);
        assertThat(analysis.getDescription()).startsWith("error[L094]: ");
        assertThat(analysis.getAction()).contains("ALTER ROLE " + owner + " CREATEDB", "limbeck.scratch-url=postgresql:");
        asOwner[0] = WARN;
        Application.start(database, asOwner).close();
        assertThat(warnings).singleElement().asString().startsWith("error[L094]: ");
    }

    @Test
    void namesAreThoseThatTheApplicationsBeansGive() {
        FailureAnalysis analysis = Application.fail(database, Prefixing.class, FAIL, UNVALIDATED);
        assertThat(analysis.getDescription()).contains("create table shop_orders", "drop table orders");
    }

    @Test
    void saysWhichDependencyComparingNeeds() throws Exception {
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("limbeck-jpa"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ShopApplication.class.getName(),
                FAIL,
                "--spring.main.web-application-type=none"));
        command.addAll(database.arguments());
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(Files.readString(output))
                .contains("error[L092]: nothing says what the database should be like", "add limbeck-jpa");
        assertThat(database.versions()).containsExactly("0002");
    }

    /** Nobody wants to set it off by a comparison. */
    private void setOffCode() {
        database.execute("""
                CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER watched ON ddl_command_start EXECUTE FUNCTION watch()
                """);
    }

    private String name() {
        return database.name() + "@127.0.0.1:" + database.rows("SELECT inet_server_port()").get(0);
    }

    static class Prefixing {

        @Bean
        PhysicalNamingStrategy naming() {
            return new PhysicalNamingStrategyStandardImpl() {

                @Override
                public @Nullable Identifier toPhysicalTableName(@Nullable Identifier name, JdbcEnvironment context) {
                    return name == null ? null : Identifier.toIdentifier("shop_" + name.getText());
                }
            };
        }
    }

    private final class Warnings extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // A list keeps nothing back.
        }

        @Override
        public void close() {
            // A list needs no closing.
        }
    }
}
