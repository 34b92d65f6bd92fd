package org.limbeck.setting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Nearest;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Finds and reads {@code limbeck.properties}. */
final class ConfigurationFile {

    static final String NAME = "limbeck.properties";
    static final String ENVIRONMENT_VARIABLE = "LIMBECK_CONFIG";

    private ConfigurationFile() {}

    /** The file that was named, or the nearest one in the working folder and its parents, or null. */
    static @Nullable Path find(SettingSources sources) {
        Path named = named(sources);
        if (named != null) {
            Path file = sources.workingFolder().resolve(named).normalize();
            if (!Files.isRegularFile(file)) {
                throw Problem.of(ProblemCode.CONFIGURATION_FILE, "there is no configuration file " + named)
                        .hint("without a name, " + NAME + " is looked for in this folder and its parents")
                        .exception();
            }
            return file;
        }
        for (Path folder = sources.workingFolder(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    private static @Nullable Path named(SettingSources sources) {
        if (sources.configuration() != null) {
            return sources.configuration();
        }
        String name = sources.environment().getOrDefault(ENVIRONMENT_VARIABLE, "");
        if (name.isEmpty()) {
            return null;
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw Problem.of(ProblemCode.CONFIGURATION_FILE, ENVIRONMENT_VARIABLE + " is not a path: " + name)
                    .exception(noPath);
        }
    }

    /**
     * The file's settings.
     *
     * @param mentioned gets the names of the environment variables that the file speaks of
     */
    static Map<Setting, SettingValue> read(Path file, SettingSources sources, Set<String> mentioned) {
        String name = asTyped(file, sources.workingFolder());
        Map<Setting, SettingValue> values = new HashMap<>();
        for (PropertyReader.Entry entry : PropertyReader.read(name, text(file, name))) {
            Place place = new Place(name, entry.line());
            Setting setting = Setting.byKey(entry.key()).orElse(null);
            if (setting == null) {
                throw unknown(entry.key(), place);
            }
            SettingValue earlier = values.get(setting);
            if (earlier != null) {
                throw Problem.of(ProblemCode.CONFIGURATION_FILE, "the file sets " + entry.key() + " twice")
                        .at(place)
                        .evidence("first in " + earlier.origin().describe())
                        .hint("keep one of the two lines")
                        .exception();
            }
            String value = Placeholders.fill(setting, entry.value(), place, sources.environment(), mentioned);
            values.put(setting, new SettingValue(setting, value, new Origin.InFile(place)));
        }
        return values;
    }

    private static RuntimeException unknown(String key, Place place) {
        List<String> keys = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            keys.add(setting.key());
        }
        Problem problem = Problem.of(ProblemCode.UNKNOWN_SETTING, "there is no setting \"" + key + "\"")
                .at(place);
        String nearest = Nearest.of(key, keys);
        return nearest == null
                ? problem.hint("the settings are " + String.join(", ", keys)).exception()
                : problem.hint("did you mean", nearest).exception();
    }

    private static String text(Path file, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.of(ProblemCode.FILE_ENCODING, name + " is not UTF-8")
                    .at(Place.of(name))
                    .hint("to convert it from Latin-1:", "iconv -f latin1 -t utf-8 " + name + " -o " + name + ".utf8")
                    .exception(notUtf8);
        } catch (IOException unreadable) {
            throw Problem.of(ProblemCode.CONFIGURATION_FILE, name + " cannot be read")
                    .at(Place.of(name))
                    .evidence(String.valueOf(unreadable.getMessage()))
                    .exception(unreadable);
        }
    }

    private static String asTyped(Path file, Path workingFolder) {
        Path root = file.getRoot();
        return root != null && root.equals(workingFolder.getRoot())
                ? workingFolder.relativize(file).toString()
                : file.toString();
    }
}
