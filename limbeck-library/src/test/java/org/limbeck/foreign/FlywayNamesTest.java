package org.limbeck.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.foreign.FlywayNames.Kind;
import org.limbeck.foreign.FlywayNames.Name;

/** What the names of Flyway's files say. */
final class FlywayNamesTest {

    private static Name read(String file) {
        return FlywayNames.USUAL.read(file).orElseThrow();
    }

    @Test
    void readsEveryKind() {
        assertThat(read("V1_2__add_an_index.sql")).isEqualTo(new Name(Kind.VERSIONED, "1.2", "add an index", false));
        assertThat(read("V1.sql")).isEqualTo(new Name(Kind.VERSIONED, "1", "", false));
        assertThat(read("U1.2__x.sql")).isEqualTo(new Name(Kind.UNDO, "1.2", "x", false));
        assertThat(read("B7__x.sql")).isEqualTo(new Name(Kind.BASELINE, "7", "x", false));
        assertThat(read("R__all_views.sql")).isEqualTo(new Name(Kind.REPEATABLE, "", "all views", false));
        assertThat(read("V3__Fill.java")).isEqualTo(new Name(Kind.VERSIONED, "3", "Fill", true));
        assertThat(read("afterMigrate__stats.sql").kind()).isEqualTo(Kind.CALLBACK);
    }

    @Test
    void leavesOtherFilesAlone() {
        for (String file : List.of("README.md", "V1__x.sql.conf", "Vx__y.sql", "helper.sql", "R.sql", "Version.java")) {
            assertThat(FlywayNames.USUAL.read(file)).as(file).isEmpty();
        }
    }

    @Test
    void goesBySettings() {
        FlywayNames names = new FlywayNames("M", "D", "R", "B", "-", List.of(".ddl", ".sql"));
        assertThat(names.read("M1-x.ddl")).contains(new Name(Kind.VERSIONED, "1", "x", false));
        assertThat(names.read("V1-x.ddl")).isEmpty();
    }
}
