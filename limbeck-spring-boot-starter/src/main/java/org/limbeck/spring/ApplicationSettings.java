package org.limbeck.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.limbeck.setting.Setting;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The settings of Limbeck's that an application can have as properties, each as {@code limbeck.} and its key. */
record ApplicationSettings(Binder binder) {

    static final String PREFIX = "limbeck.";

    /** They write files, print, or run servers, which an application doesn't do. */
    private static final Set<Setting> OF_THE_COMMAND_LINE = Set.of(
            Setting.CLASS_PATH,
            Setting.FILE_NAME,
            Setting.TEMPLATE,
            Setting.AFTER_WRITE,
            Setting.LANGUAGE,
            Setting.EMBEDDED_VERSION,
            Setting.COLOR);

    /** They say which database, and are given to {@link MigrationDatabase}. */
    private static final Set<Setting> OF_THE_DATABASE = Set.of(Setting.URL, Setting.USER, Setting.PASSWORD);

    /** A setting that a hint gives on the command line, as an application gives it; other commands unchanged. */
    static String asProperty(String command) {
        for (Setting setting : Setting.values()) {
            String option = "--" + setting.key() + " ";
            if (isProperty(setting) && command.startsWith(option)) {
                return PREFIX + setting.key() + "=" + command.substring(option.length());
            }
        }
        return command;
    }

    static ApplicationSettings of(Environment environment) {
        return new ApplicationSettings(Binder.get(environment));
    }

    /** Whether it has a meaning in an application. */
    static boolean isProperty(Setting setting) {
        return !OF_THE_COMMAND_LINE.contains(setting);
    }

    /** The values of those that are set, without the database's. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            if (isProperty(setting) && !OF_THE_DATABASE.contains(setting)) {
                value(setting).ifPresent(value -> values.put(setting.key(), value));
            }
        }
        return values;
    }

    /** A value, in which a list counts as its elements with commas between them. One that is empty counts as none. */
    Optional<String> value(Setting setting) {
        String name = PREFIX + setting.key();
        // A password may have commas and blanks in it, which a list would lose.
        String value = OF_THE_DATABASE.contains(setting)
                ? binder.bind(name, String.class).orElseGet(() -> "")
                : String.join(",", binder.bind(name, String[].class).orElseGet(() -> new String[0]));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
