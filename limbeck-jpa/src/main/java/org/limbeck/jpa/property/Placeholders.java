package org.limbeck.jpa.property;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${name}} and {@code ${name:default}}; what nobody knows stays as it is, since most settings of an
 * application don't matter here.
 *
 * @param settings the application's settings
 * @param environment the variables of the environment, which count where the settings say nothing
 */
record Placeholders(Map<String, String> settings, Map<String, String> environment) {

    private static final Pattern INNERMOST = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

    /** More replacements than this go in a circle. */
    private static final int MOST = 100;

    Map<String, String> resolved() {
        Map<String, String> resolved = new LinkedHashMap<>();
        settings.forEach((key, value) -> resolved.put(key, resolve(value)));
        return resolved;
    }

    private String resolve(String value) {
        String text = value;
        int from = 0;
        for (int i = 0; i < MOST; i++) {
            Matcher placeholder = INNERMOST.matcher(text);
            if (!placeholder.find(from)) {
                return text;
            }
            String replacement = find(placeholder.group(1).strip());
            if (replacement == null) {
                replacement = placeholder.group(2);
            }
            if (replacement == null) {
                from = placeholder.end();
            } else {
                text = text.substring(0, placeholder.start()) + replacement + text.substring(placeholder.end());
            }
        }
        return value;
    }

    private @Nullable String find(String name) {
        String setting = settings.get(name);
        if (setting != null) {
            return setting;
        }
        String variable = environment.get(name);
        return variable != null
                ? variable
                : environment.get(name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
    }
}
