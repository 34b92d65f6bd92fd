package org.limbeck.jpa.property;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * One document of a file; a file may have several with {@code ---} between them.
 *
 * @param settings by keys with dots
 */
record SettingsDocument(Map<String, String> settings) {

    private static final String CONDITION = "spring.config.activate.on-profile";

    /** Whether it counts under these profiles. Conditions are lists of names, each perhaps with {@code !} before it. */
    boolean isActive(Set<String> profiles) {
        String condition = settings.get(CONDITION);
        return condition == null
                || Arrays.stream(condition.split("[,|]", -1))
                        .map(String::strip)
                        .anyMatch(name -> holds(name, profiles));
    }

    private static boolean holds(String name, Set<String> profiles) {
        return Arrays.stream(name.split("&", -1))
                .map(String::strip)
                .allMatch(part -> part.startsWith("!")
                        ? !profiles.contains(part.substring(1).strip())
                        : profiles.contains(part));
    }
}
