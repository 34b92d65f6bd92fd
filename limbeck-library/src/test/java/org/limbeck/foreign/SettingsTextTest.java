package org.limbeck.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of other tools. */
final class SettingsTextTest {

    @Test
    void readsThePlainHalfOfToml() {
        String text = """
                # a comment
                [flyway]
                locations = ["filesystem:sql", 'classpath:db/more'] # two
                outOfOrder = true # or not
                [flyway.placeholders]
                "name" = "a \\"b\\" # c"
                """;
        assertThat(SettingsText.toml(text))
                .isEqualTo(Map.of(
                        "flyway.locations", "filesystem:sql,classpath:db/more",
                        "flyway.outOfOrder", "true",
                        "flyway.placeholders.name", "a \"b\" # c"));
    }

    @Test
    void readsProperties() {
        assertThat(SettingsText.properties("flyway.url: x\\\n  y\n#flyway.user=z\n"))
                .isEqualTo(Map.of("flyway.url", "xy"));
    }
}
