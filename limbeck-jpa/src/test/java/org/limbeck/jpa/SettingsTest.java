package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;

/** The application's own files say how it is mapped. */
// One of them listens to what is printed.
@Execution(ExecutionMode.SAME_THREAD)
class SettingsTest {

    private static final String SNAKE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    @TempDir
    Path folder;

    private Sketch app;

    @BeforeEach
    void oneEntity() {
        app = new Sketch(folder)
                .entity("OrderLine", "String shortText; boolean yes;")
                .compile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hibernate.properties    | hibernate.physical_naming_strategy=%s",
                "application.properties  | spring.jpa.hibernate.naming.physical-strategy=%s",
                "application.properties  | spring.jpa.hibernate.naming.physicalStrategy=%s",
                "application.properties  | spring.jpa.properties.hibernate.physical_naming_strategy=%s",
                "application.yml         | spring.jpa.hibernate.naming.physical-strategy: %s",
                "application.yaml        | spring: {jpa: {properties: {hibernate.physical_naming_strategy: %s}}}",
                "config/application.yml  | spring: {jpa: {properties: {hibernate: {physical_naming_strategy: %s}}}}",
            })
    void aNamingStrategyFromEachFile(String file, String text) {
        app.resource(file, text.formatted(SNAKE));

        assertThat(app.table("order_line")).contains("short_text varchar(255)");
    }

    @Test
    void withoutAnyHibernatesOwnCount() {
        assertThat(app.table("OrderLine")).contains("shortText varchar(255)");
    }

    @Test
    void givenSettingsWin() {
        app.resource("hibernate.properties", "hibernate.default_schema=one");

        assertThat(app.read(Map.of("hibernate.default_schema", "two"), 18).statements())
                .contains("create schema two")
                .doesNotContain("create schema one");
    }

    @Test
    void theSchemaThatIsThereIsNotCreated() {
        assertThat(app.read(Map.of("hibernate.default_schema", "public"), 18).statements())
                .singleElement()
                .asString()
                .startsWith("create table public.OrderLine ");
    }

    @Test
    void filesOfActiveProfilesWin() {
        app.resource("application.yml", """
                spring:
                  profiles:
                    active: live
                  jpa.properties.hibernate.default_schema: one
                ---
                spring.config.activate.on-profile: test
                spring.jpa.properties.hibernate.default_schema: two
                """);
        assertThat(app.read().statements()).contains("create schema one");
        assertThat(app.read(Map.of("spring.profiles.active", "test"), 18).statements())
                .contains("create schema two");

        app.resource("application-live.properties", "spring.jpa.properties.hibernate.default_schema=${base:thr}ee");
        assertThat(app.read().statements()).contains("create schema three");
    }

    @Test
    void aPersistenceUnitListsWhatCounts() {
        app.java("Listed", "@Entity public class Listed { @Id long id; }").compile();
        app.resource("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="main">
                    <class>app.Listed</class>
                    <exclude-unlisted-classes/>
                    <properties>
                      <property name="hibernate.default_schema" value="unit"/>
                      <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://nowhere/x"/>
                      <property name="hibernate.dialect" value="org.hibernate.dialect.H2Dialect"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """);

        assertThat(app.read().statements())
                .containsExactly(
                        "create schema unit", "create table unit.Listed (id bigint not null, primary key (id))");
    }

    @Test
    void ofSeveralUnitsOneMustBeChosen() {
        app.resource("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="one"/>
                  <persistence-unit name="two"/>
                </persistence>
                """);

        assertThat(problem().evidence()).containsExactly("one", "two");
        assertThat(app.read(Map.of("persistence-unit", "two"), 18).statements()).hasSize(1);
    }

    @Test
    void aBrokenFileIsShownWithItsLine() {
        app.resource("application.yml", "spring:\n  jpa: [\n");
        assertThat(String.valueOf(problem().place())).contains("application.yml:");

        app.resource("application.yml", "").resource("META-INF/persistence.xml", "<persistence>\n<");
        assertThat(String.valueOf(problem().place())).endsWith("persistence.xml:2");
    }

    @Test
    void aPlaceholderThatNothingFillsIsAProblem() {
        app.resource("application.properties", "spring.jpa.properties.hibernate.default_schema=${NOWHERE_SET}");

        assertThat(problem().sentence()).contains("hibernate.default_schema").contains("${NOWHERE_SET}");
    }

    @Test
    void hibernateIsQuiet() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            app.read(
                    Map.of(
                            "hibernate.show_sql",
                            "true",
                            "hibernate.dialect",
                            "org.hibernate.dialect.PostgreSQLDialect"),
                    18);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private Problem problem() {
        return catchThrowableOfType(LimbeckException.class, app::read).problem();
    }
}
