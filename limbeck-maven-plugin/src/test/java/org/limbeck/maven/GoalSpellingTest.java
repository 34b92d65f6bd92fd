package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Specifies how a command that is printed to be pasted reads in Maven. */
class GoalSpellingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "limbeck upgrade | mvn limbeck:upgrade",
                "limbeck upgrade 0002 | mvn limbeck:upgrade -Dlimbeck.target=0002",
                "limbeck downgrade -1 | mvn limbeck:downgrade -Dlimbeck.target=-1",
                "limbeck revision --autogenerate -m \"add email\""
                        + " | mvn limbeck:revision -Dlimbeck.autogenerate -Dlimbeck.message=\"add email\"",
                "limbeck merge 0002 0003 -m \"...\""
                        + " | mvn limbeck:merge -Dlimbeck.message=\"...\" -Dlimbeck.revision=\"0002 0003\"",
                "limbeck history -r 0001: | mvn limbeck:history -Dlimbeck.rev-range=0001:",
                "limbeck plan --format json > plan.json | mvn -q limbeck:plan -Dlimbeck.format=json > plan.json",
                "--rename orders.total=amount | -Dlimbeck.rename=orders.total=amount",
                "--allow-drop | -Dlimbeck.allow-drop",
                "limbeck edit 0002 | limbeck edit 0002",
                "limbeck upgrade --unheard-of | limbeck upgrade --unheard-of",
                "psql -f up.sql | psql -f up.sql",
                "class-path = target/classes | class-path = target/classes"
            })
    void readsAsMavenDoes(String command, String expected) {
        assertThat(new GoalSpelling().apply(command)).isEqualTo(expected);
    }
}
