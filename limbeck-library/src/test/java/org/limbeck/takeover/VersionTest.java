package org.limbeck.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Versions are ordered as Flyway orders them. */
final class VersionTest {

    private static Version version(String text) {
        return Version.of(text).orElseThrow();
    }

    @Test
    void comparesNumbersAndNotText() {
        List<String> ordered = List.of("0.1", "1", "1.9", "1_10", "2", "10", "20240101", "20240101.1");
        assertThat(Stream.of("10", "1_10", "20240101.1", "2", "0.1", "20240101", "1.9", "1")
                        .sorted((a, b) -> version(a).compareTo(version(b))))
                .containsExactlyElementsOf(ordered);
    }

    @Test
    void zerosAtEitherEndSayNothing() {
        assertThat(version("001.0")).isEqualTo(version("1"));
        assertThat(version("1.0.1")).isNotEqualTo(version("1.1"));
    }

    @Test
    void otherTextIsNoVersion() {
        for (String text : List.of("", "1.", "a", "1-2", "__1")) {
            assertThat(Version.of(text)).isEqualTo(Optional.empty());
        }
    }
}
