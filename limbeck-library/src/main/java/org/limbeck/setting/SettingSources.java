package org.limbeck.setting;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What settings are read from, besides the defaults.
 *
 * @param workingFolder where the search for {@code limbeck.properties} starts
 * @param environment the environment variables
 * @param options what was given explicitly, by {@linkplain Setting#key() key}; comes before everything else
 * @param configuration the configuration file, if it was named; otherwise {@code LIMBECK_CONFIG} names it or it is looked for
 */
public record SettingSources(
        Path workingFolder,
        Map<String, String> environment,
        Map<String, String> options,
        @Nullable Path configuration) {

    public SettingSources {
        workingFolder = workingFolder.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        options = Map.copyOf(options);
    }

    /** Environment and options may hold passwords, so only the files are named. */
    @Override
    public String toString() {
        return "SettingSources[" + workingFolder + (configuration == null ? "" : ", " + configuration) + "]";
    }
}
