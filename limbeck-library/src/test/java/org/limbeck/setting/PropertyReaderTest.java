package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;

/** Reading a properties file means what it means to {@link Properties}, with lines. */
class PropertyReaderTest {

    @Property(tries = 20_000)
    void readsWhatPropertiesReads(@ForAll("texts") String text) {
        Map<Object, Object> expected = expected(text);
        Map<Object, Object> actual;
        try {
            actual = new TreeMap<>();
            for (PropertyReader.Entry entry : PropertyReader.read("f", text)) {
                actual.put(entry.key(), entry.value());
            }
        } catch (LimbeckException malformed) {
            actual = null;
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a",
                        "key",
                        "b1",
                        " ",
                        "\t",
                        "\f",
                        "\n",
                        "\r",
                        "\r\n",
                        "\\",
                        "\\\n",
                        "\\\r\n",
                        "=",
                        ":",
                        "#",
                        "!",
                        "\\u",
                        "\\u0041",
                        "\\uFFfF",
                        "00e9",
                        "\\t",
                        "\\n",
                        "\\=",
                        "\\:",
                        "\\ ",
                        "é",
                        "${X}",
                        "\u0661",
                        "G",
                        "k=v\n",
                        "\\\n  # ")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    private static Map<Object, Object> expected(String text) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return new TreeMap<>(properties);
        } catch (IllegalArgumentException malformed) {
            return null;
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void knowsTheLineOfEachKey() {
        String text = "# one\n\na=1\r\nb = 2\\\n   3\rc:4\n";

        assertThat(PropertyReader.read("f", text))
                .isEqualTo(List.of(
                        new PropertyReader.Entry("a", "1", 3),
                        new PropertyReader.Entry("b", "23", 4),
                        new PropertyReader.Entry("c", "4", 6)));
    }

    @Test
    void keepsDuplicates() {
        assertThat(PropertyReader.read("f", "a=1\na=2")).hasSize(2);
    }

    @Test
    void placesAMalformedEscape() {
        assertThatThrownBy(() -> PropertyReader.read("f", "a=1\nb=\\u12"))
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        e -> assertThat(e.problem().place()).isEqualTo(new Place("f", 2)));
    }
}
