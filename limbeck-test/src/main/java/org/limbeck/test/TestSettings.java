package org.limbeck.test;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.limbeck.setting.Setting;
import org.limbeck.setting.SettingSources;
import org.limbeck.setting.Settings;

/** The settings that count for a test class. */
final class TestSettings {

    private TestSettings() {}

    static Settings of(ExtensionContext context) {
        Optional<LimbeckTest> annotation = ClassAnnotation.find(context.getRequiredTestClass(), LimbeckTest.class);
        Map<String, String> options = new HashMap<>();
        for (Setting setting : Setting.values()) {
            context.getConfigurationParameter("limbeck." + setting.key())
                    .ifPresent(value -> options.put(setting.key(), value));
        }
        for (String setting : annotation.map(LimbeckTest::settings).orElse(new String[0])) {
            int equals = setting.indexOf('=');
            options.put(
                    equals < 0 ? setting : setting.substring(0, equals).strip(),
                    equals < 0 ? "" : setting.substring(equals + 1).strip());
        }
        Path folder = Path.of("").toAbsolutePath();
        String configuration = annotation.map(LimbeckTest::configuration).orElse("");
        return Settings.load(new SettingSources(
                folder, System.getenv(), options, configuration.isEmpty() ? null : folder.resolve(configuration)));
    }
}
