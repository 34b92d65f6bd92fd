package org.limbeck.jpa.property;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML as flat settings: keys with dots, items of lists with their number in brackets. */
final class YamlFile {

    private YamlFile() {}

    static List<SettingsDocument> documents(Path file, String text) {
        List<SettingsDocument> documents = new ArrayList<>();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            for (Object document : new Load(settings).loadAllFromString(text)) {
                Map<String, String> flat = new LinkedHashMap<>();
                flatten("", document, flat);
                documents.add(new SettingsDocument(flat));
            }
        } catch (YamlEngineException malformed) {
            throw Problem.of(ProblemCode.INVALID_MAPPING, file + " is not well-formed")
                    .at(new Place(file.toString(), line(malformed)))
                    .evidence(String.valueOf(malformed.getMessage()).lines().toList())
                    .exception(malformed);
        }
        return documents;
    }

    private static int line(YamlEngineException malformed) {
        return malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0)
                : 0;
    }

    private static void flatten(String key, @Nullable Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, item) -> flatten(key.isEmpty() ? String.valueOf(name) : key + "." + name, item, flat));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(key + "[" + i + "]", list.get(i), flat);
            }
        } else if (!key.isEmpty()) {
            flat.put(key, value == null ? "" : value.toString());
        }
    }
}
