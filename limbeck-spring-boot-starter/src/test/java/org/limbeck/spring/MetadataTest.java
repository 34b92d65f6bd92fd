package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.setting.Setting;
import org.limbeck.setting.ValueKind;

/** What editors are told of the properties comes from the table of settings. */
class MetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");

    private static final Path PAGE = Path.of("../docs/spring-boot.md");
    private static final String BEGIN = "<!-- generated: properties -->\n";
    private static final String END = "<!-- end -->";

    /** {@code -Ddocumentation.write=true} writes it instead. */
    @Test
    void metadataSayWhatTheSettingsSay() throws IOException {
        String text =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(metadata()) + "\n";
        if (Boolean.getBoolean("documentation.write")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE).hasContent(text);
    }

    @Test
    void thePageHasAllProperties() throws IOException {
        StringBuilder table = new StringBuilder(BEGIN).append("| property | meaning | default |\n|---|---|---|\n");
        for (Map<String, Object> property : properties()) {
            Object value = property.get("defaultValue");
            table.append("| `").append(property.get("name")).append("` | ");
            table.append(property.get("description")).append(" | ");
            table.append(value == null ? "" : "`" + value + "`").append(" |\n");
        }
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        String written = page.substring(0, begin) + table + page.substring(page.indexOf(END, begin));
        if (Boolean.getBoolean("documentation.write")) {
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE).hasContent(written);
    }

    private static Map<String, Object> metadata() {
        List<Map<String, Object>> hints = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            List<String> choices = choices(setting);
            if (ApplicationSettings.isProperty(setting) && !choices.isEmpty()) {
                hints.add(hint(setting, choices));
            }
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("groups", List.of(Map.of("name", "limbeck")));
        metadata.put("properties", properties());
        metadata.put("hints", hints);
        return metadata;
    }

    private static Map<String, Object> hint(Setting setting, List<String> choices) {
        Map<String, Object> hint = new LinkedHashMap<>();
        hint.put("name", ApplicationSettings.PREFIX + setting.key());
        hint.put(
                "values",
                choices.stream().map(choice -> Map.of("value", choice)).toList());
        return hint;
    }

    private static List<Map<String, Object>> properties() {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(
                property("enabled", Boolean.class, "Whether the application has anything to do with Limbeck.", true));
        properties.add(property(
                "on-startup",
                OnStartup.class,
                "What is done before the application uses its database: upgrade to the heads; validate that it is there; none.",
                "upgrade"));
        properties.add(property(
                "check-on-startup",
                CheckOnStartup.class,
                "What comes of differences between the database and the entities after that: none, which compares nothing; warn; fail.",
                "none"));
        for (Setting setting : Setting.values()) {
            if (ApplicationSettings.isProperty(setting)) {
                properties.add(property(setting));
            }
        }
        return properties;
    }

    private static Map<String, Object> property(Setting setting) {
        String defaultValue = setting == Setting.MIGRATIONS ? "classpath:db/migration" : setting.defaultValue();
        return property(
                setting.key(), String.class, description(setting), defaultValue.isEmpty() ? null : defaultValue);
    }

    /** An application has a database already. */
    private static String description(Setting setting) {
        return switch (setting) {
            case URL ->
                "The database that migrations connect to by themselves; without it the application's data source.";
            case USER -> "The user that migrations connect as, instead of the one in the URL or of the data source.";
            case PASSWORD -> "That user's password.";
            default -> setting.description();
        };
    }

    private static Map<String, Object> property(String key, Class<?> type, String description, Object defaultValue) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", ApplicationSettings.PREFIX + key);
        property.put("type", type.getName());
        property.put("description", description);
        if (defaultValue != null) {
            property.put("defaultValue", defaultValue);
        }
        return property;
    }

    private static List<String> choices(Setting setting) {
        return setting.kind() == ValueKind.TRANSACTION
                ? Arrays.asList(
                        setting.kind().placeholder().toLowerCase(Locale.ROOT).split("\\|"))
                : List.of();
    }
}
