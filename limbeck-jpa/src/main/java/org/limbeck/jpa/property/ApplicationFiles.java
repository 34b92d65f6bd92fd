package org.limbeck.jpa.property;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files application.properties and application.yml with those of the active profiles, in the order in which Spring
 * Boot lets them win: files of profiles over the others, {@code config/} over the root, properties over YAML.
 */
final class ApplicationFiles {

    private static final String ACTIVE = "spring.profiles.active";
    private static final String DEFAULT_PROFILE = "default";
    private static final List<String> FOLDERS = List.of("", "config/");
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".properties");

    private ApplicationFiles() {}

    /**
     * All settings, placeholders resolved.
     *
     * @param given settings that win over those in the files
     */
    static Map<String, String> read(
            ResourceRoots resources, Map<String, String> given, Map<String, String> environment) {
        Map<String, String> outside = new LinkedHashMap<>();
        String fromEnvironment = environment.get("SPRING_PROFILES_ACTIVE");
        if (fromEnvironment != null) {
            outside.put(ACTIVE, fromEnvironment);
        }
        outside.putAll(given);
        List<SettingsDocument> common = documents(resources, "application");
        Map<String, String> first = merged(common, Set.of(DEFAULT_PROFILE), outside);
        Set<String> profiles = profiles(first.getOrDefault(ACTIVE, ""));

        List<SettingsDocument> all = new ArrayList<>(common);
        profiles.forEach(profile -> all.addAll(documents(resources, "application-" + profile)));
        Map<String, String> settings = merged(all, profiles, outside);
        return new Placeholders(settings, environment).resolved();
    }

    private static Map<String, String> merged(
            List<SettingsDocument> documents, Set<String> profiles, Map<String, String> outside) {
        Map<String, String> settings = new LinkedHashMap<>();
        documents.stream()
                .filter(document -> document.isActive(profiles))
                .forEach(document -> settings.putAll(document.settings()));
        settings.putAll(outside);
        return settings;
    }

    private static Set<String> profiles(String list) {
        Set<String> profiles = new LinkedHashSet<>();
        Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(profiles::add);
        return profiles.isEmpty() ? Set.of(DEFAULT_PROFILE) : profiles;
    }

    private static List<SettingsDocument> documents(ResourceRoots resources, String name) {
        List<SettingsDocument> documents = new ArrayList<>();
        for (String folder : FOLDERS) {
            for (String ending : ENDINGS) {
                resources.find(folder + name + ending).ifPresent(file -> documents.addAll(parse(file)));
            }
        }
        return documents;
    }

    private static List<SettingsDocument> parse(Path file) {
        String text = TextFile.read(file);
        return file.toString().endsWith(".properties")
                ? PropertyFile.documents(file, text)
                : YamlFile.documents(file, text);
    }
}
