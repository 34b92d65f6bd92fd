package org.limbeck.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;

/** The file that says what revisions were. */
final class MappingTest {

    @Test
    void readsWhatItWrites() {
        Mapping mapping = new Mapping(
                Tool.FLYWAY,
                new QualifiedName("app", "flyway_schema_history"),
                List.of(
                        new Mapping.Entry("1", Mapping.Kind.ONCE, "1", ""),
                        new Mapping.Entry(null, Mapping.Kind.ONCE, "2", ""),
                        new Mapping.Entry("R_views", Mapping.Kind.REPEATABLE, "All views", "-17")));
        assertThat(Mapping.read("takeover.tsv", mapping.text())).isEqualTo(mapping);
    }

    @Test
    void aNameMayHaveADot() {
        Mapping mapping = new Mapping(Tool.LIQUIBASE, new QualifiedName("shop.v2", "databasechangelog"), List.of());
        assertThat(Mapping.read("takeover.tsv", mapping.text())).isEqualTo(mapping);
    }

    @Test
    void namesTheLineThatItCannotRead() {
        String text = "tool\tflyway\ntable\tflyway_schema_history\n<<<<<<< ours\n";
        assertThatThrownBy(() -> Mapping.read("db/takeover.tsv", text))
                .isInstanceOfSatisfying(LimbeckException.class, exception -> {
                    assertThat(exception.problem().code()).isEqualTo(ProblemCode.TAKEOVER_FILE);
                    assertThat(exception.problem().place()).isEqualTo(new Place("db/takeover.tsv", 3));
                });
        assertThatThrownBy(() -> Mapping.read("db/takeover.tsv", "")).hasMessageContaining("which tool");
    }

    @Test
    void knowsAChangeSetByWhateverItWasFound() {
        assertThat(Mapping.liquibaseKey("1", "ada", "classpath:/db\\a.xml")).isEqualTo("db/a.xml::1::ada");
    }
}
