package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.problem.LimbeckException;

/** What the libraries of an application add to its mapping. */
class LibrariesTest {

    private static final Path LIBRARIES = Path.of("target", "libraries-for-tests");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"spring-boot-3, OLDEST", "spring-boot-hibernate-4, NEWEST"})
    void springBootNamesInItsOwnWay(String springBoot, Hibernates hibernate) {
        Sketch app = new Sketch(folder, hibernate)
                .entity("OrderLine", "@ManyToMany Set<OrderLine> nextLines = new HashSet<>();")
                .library(library(springBoot))
                .compile();

        assertThat(app.table("order_line_next_lines")).contains("next_lines_id bigint not null");
    }

    @Test
    void lombokRunsOnSourcesThatAreCompiledHere() {
        Sketch app = new Sketch(folder)
                .java("Item", "@Entity @lombok.Data public class Item { @Id long id; String name; }")
                .java("User", "class User { String nameOf(Item item) { return item.getName(); } }")
                .library(library("lombok"));

        assertThat(app.table("Item")).contains("name varchar(255)");
    }

    @Test
    void beanValidationCountsAsInTheApplication() {
        Sketch app = new Sketch(folder)
                .entity(
                        "Item",
                        "@jakarta.validation.constraints.NotNull @jakarta.validation.constraints.Size(max = 9) String name;");
        List.of("jakarta.validation", "hibernate-validator", "expressly", "jakarta.el", "classmate")
                .forEach(name -> app.library(library(name)));
        app.compile();

        assertThat(app.table("Item")).contains("name varchar(9) not null");
        assertThat(app.read(Map.of("jakarta.persistence.validation.mode", "none"), 18)
                        .statements())
                .anyMatch(statement -> statement.contains("name varchar(255),"));
    }

    @Test
    void aClassThatIsMissingIsNamed() throws IOException {
        Sketch app = new Sketch(folder)
                .java("Money", "public class Money implements java.io.Serializable {}")
                .entity("Item", "Money price;")
                .compile();
        Files.delete(app.sources().resolve("app/Money.java"));
        Files.delete(app.classes().resolve("app/Money.class"));

        var problem = catchThrowableOfType(LimbeckException.class, app::read).problem();

        assertThat(problem.hints()).anyMatch(hint -> hint.purpose().contains("app.Money"));
    }

    @Test
    void anApplicationWithoutHibernateTakesTheBundledOne() {
        Path persistence = Hibernates.OLDEST.jars().stream()
                .filter(jar -> jar.toString().contains("persistence-api"))
                .findFirst()
                .orElseThrow();
        Sketch app = new Sketch(folder, List.of(persistence)).entity("Item", "").compile();

        assertThat(app.read(Map.of(), 18, Hibernates.NEWEST.jars()).hibernateVersion())
                .startsWith("7.");
        assertThat(catchThrowableOfType(LimbeckException.class, app::read)
                        .problem()
                        .sentence())
                .startsWith("there is no Hibernate");
    }

    private static Path library(String name) {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
