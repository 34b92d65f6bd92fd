package org.limbeck.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Puts the sources together: a default gives way to the file, the file to the environment, that to an option. */
final class SettingsLoader {

    private static final String PREFIX = "LIMBECK_";

    /** Variables that the launcher reads. */
    private static final Set<String> LAUNCHER_VARIABLES =
            Set.of(ConfigurationFile.ENVIRONMENT_VARIABLE, "LIMBECK_HOME", "LIMBECK_JAVA_OPTIONS");

    private SettingsLoader() {}

    static Settings load(SettingSources sources) {
        Path file = ConfigurationFile.find(sources);
        Set<String> mentioned = new HashSet<>();
        Map<Setting, SettingValue> inFile = file == null ? Map.of() : ConfigurationFile.read(file, sources, mentioned);
        Map<String, String> environment = sources.environment();
        refuseUnknownVariables(environment, mentioned);
        refuseUnknownOptions(sources.options());

        Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            SettingValue value = inFile.get(setting);
            String variable = environment.getOrDefault(setting.environmentVariable(), "");
            if (!variable.isEmpty()) {
                value = new SettingValue(setting, variable, new Origin.Environment(setting.environmentVariable()));
            }
            String option = sources.options().get(setting.key());
            if (option != null) {
                value = new SettingValue(setting, option, new Origin.Option(setting.option()));
            }
            values.put(setting, value == null || value.value().isEmpty() ? defaultOf(setting, value) : checked(value));
        }
        Path folder = file == null ? null : file.getParent();
        return new Settings(values, file, folder == null ? sources.workingFolder() : folder, environment);
    }

    static SettingValue defaultOf(Setting setting, @Nullable SettingValue empty) {
        return new SettingValue(setting, setting.defaultValue(), empty == null ? new Origin.Default() : empty.origin());
    }

    static SettingValue checked(SettingValue value) {
        Setting setting = value.setting();
        if (setting.kind().accepts(value.value())) {
            return value;
        }
        throw Problem.of(
                        ProblemCode.INVALID_SETTING,
                        setting.key() + " cannot be \"" + value.shown() + "\" ("
                                + value.origin().describe() + ")")
                .at(value.origin().place())
                .hint("allowed: " + setting.kind().allowed())
                .exception();
    }

    private static void refuseUnknownVariables(Map<String, String> environment, Set<String> mentioned) {
        String unknown = null;
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX)
                    && !LAUNCHER_VARIABLES.contains(name)
                    && !mentioned.contains(name)
                    && !isSetting(name)
                    && (unknown == null || name.compareTo(unknown) < 0)) {
                unknown = name;
            }
        }
        if (unknown != null) {
            List<String> names = new ArrayList<>(LAUNCHER_VARIABLES);
            for (Setting setting : Setting.values()) {
                names.add(setting.environmentVariable());
            }
            throw unknown("there is no setting for the environment variable " + unknown, unknown, names);
        }
    }

    private static boolean isSetting(String variable) {
        for (Setting setting : Setting.values()) {
            if (setting.environmentVariable().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    private static void refuseUnknownOptions(Map<String, String> options) {
        for (String key : options.keySet()) {
            if (Setting.byKey(key).isEmpty()) {
                List<String> names = new ArrayList<>();
                for (Setting setting : Setting.values()) {
                    names.add(setting.option());
                }
                throw unknown("there is no setting for the option --" + key, "--" + key, names);
            }
        }
    }

    static RuntimeException unknown(String sentence, String name, List<String> known) {
        Problem problem = Problem.of(ProblemCode.UNKNOWN_SETTING, sentence);
        String nearest = Nearest.of(name, known);
        return nearest == null
                ? problem.hint("the settings are " + String.join(", ", known)).exception()
                : problem.hint("did you mean", nearest).exception();
    }
}
