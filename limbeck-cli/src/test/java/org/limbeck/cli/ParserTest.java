package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.problem.LimbeckException;

/** Options in all the ways in which people write them. */
final class ParserTest {

    private final Parser parser = new Parser("limbeck revision", Declaration.of(new RevisionVerb()));

    @ParameterizedTest
    @ValueSource(strings = {"-m text", "-mtext", "-m=text", "--message text", "--message=text", "-vm text", "-vmtext"})
    void aValueStandsBehindItsOption(String words) {
        assertThat(parse(words).value("--message")).isEqualTo("text");
    }

    @Test
    void anOptionIsKnownByAllItsNames() {
        assertThat(parse("--rev-id 1").value("--id")).isEqualTo("1");
    }

    @Test
    void whatIsAttachedMayBeEmptyOrHoldAnEqualsSign() {
        assertThat(parse("--message=").value("-m")).isEmpty();
        assertThat(parse("--url=a?b=c").value("--url")).isEqualTo("a?b=c");
    }

    @Test
    void valuesOfARepeatedOptionAreKeptInOrder() {
        assertThat(parse("--depends-on a --depends-on=b").values("--depends-on"))
                .containsExactly("a", "b");
    }

    @Test
    void flagsOfOneLetterMayStandTogether() {
        Parsed parsed = parse("-vq");

        assertThat(parsed.has("--verbose")).isTrue();
        assertThat(parsed.has("--quiet")).isTrue();
        assertThat(parsed.has("--splice")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "-", "a@-2", "@file"})
    void aTargetIsNoOption(String word) {
        assertThat(parse(word).arguments()).containsExactly(word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --message                | the option --message needs a value
            --message --splice       | the option --message needs a value
            --message --url=x        | the option --message needs a value
            -m a --message b         | the option --message is given twice
            -v --verbose             | the option --verbose is given twice
            --splice=yes             | the option --splice takes no value
            --mesage=x               | limbeck revision has no option --mesage
            -vz                      | limbeck revision has no option -vz
            """)
    void whatIsWrongIsSaid(String words, String sentence) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        exception -> assertThat(exception.problem().sentence()).isEqualTo(sentence));
    }

    private Parsed parse(String words) {
        return parser.parse(List.of(words.split(" ", -1)));
    }
}
