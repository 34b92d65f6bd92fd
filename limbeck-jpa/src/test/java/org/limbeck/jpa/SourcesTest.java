package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** What counts is what the sources say now, whether or not somebody compiled them. */
class SourcesTest {

    @TempDir
    Path folder;

    private Sketch app;

    @BeforeEach
    void compiledApplication() {
        app = new Sketch(folder)
                .entity("Item", "@Column(length = Lengths.NAME) String name;")
                .java("Lengths", "class Lengths { static final int NAME = 20; }")
                .entity("Other", "")
                .compile();
    }

    @Test
    void aSourceThatIsNewerThanItsClassCounts() {
        app.entity("Item", "@Column(length = 30) String name;");

        assertThat(app.table("Item")).contains("name varchar(30)");
    }

    @Test
    void aNewSourceCounts() {
        app.entity("Added", "@ManyToOne Item item;");

        assertThat(app.read().statements())
                .contains("alter table Added add foreign key (item_id) references Item")
                .anyMatch(statement -> statement.startsWith("create table Other "));
    }

    @Test
    void aConstantOfAnotherClassCounts() {
        app.java("Lengths", "class Lengths { static final int NAME = 50; }");

        assertThat(app.table("Item")).contains("name varchar(50)");
    }

    @Test
    void theClassOfADeletedSourceDoesNotCount() throws IOException {
        Files.delete(app.sources().resolve("app/Other.java"));

        assertThat(app.read().statements()).noneMatch(statement -> statement.contains("Other"));
    }

    @Test
    void aClassThatLeftItsFileDoesNotCount() {
        app.java("Item", "public class Item { @Entity static class Inner { @Id long id; } }")
                .compile();
        assertThat(app.table("Item$Inner")).isNotEmpty();

        app.entity("Item", "");
        assertThat(app.read().statements()).noneMatch(statement -> statement.contains("Inner"));
    }

    @Test
    void anErrorIsShownWithItsLine() {
        app.entity("Item", "Strin name;");

        Problem problem = problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.ENTITIES_NOT_COMPILED);
        assertThat(problem.sentence()).endsWith("Item.java does not compile: cannot find symbol");
        assertThat(String.valueOf(problem.place())).endsWith("Item.java:4");
        assertThat(problem.evidence())
                .startsWith(
                        "@Entity public class Item { @Id long id; Strin name; }",
                        "                                         ^");
    }

    @Test
    void whatHibernateRefusesIsShownInItsWords() {
        app.java("Item", "@Entity public class Item { String name; }");

        Problem problem = problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_MAPPING);
        assertThat(problem.sentence()).isEqualTo("Hibernate does not take app.Item");
        assertThat(String.valueOf(problem.place())).endsWith("Item.java");
        assertThat(problem.evidence()).anyMatch(line -> line.contains("app.Item") && line.contains("identifier"));
    }

    @Test
    void withoutEntitiesTheFolderIsNamed() throws IOException {
        Files.delete(app.sources().resolve("app/Other.java"));
        Files.delete(app.sources().resolve("app/Item.java"));

        Problem problem = problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.NO_ENTITIES);
        assertThat(problem.sentence()).contains(app.classes().toString());
    }

    private Problem problem() {
        return catchThrowableOfType(LimbeckException.class, app::read).problem();
    }
}
