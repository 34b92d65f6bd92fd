package org.limbeck.jpa.property;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Spring Boot would tell Hibernate, of which only the settings in files are known here; beans that an application
 * declares in code aren't, as no context is started.
 *
 * @param properties the application's settings, placeholders resolved
 * @param line which Spring Boot is on the class path; null for none
 */
record SpringSettings(
        Map<String, String> properties, @Nullable SpringBootLine line) {

    private static final String JPA = "spring.jpa.";
    private static final String RAW = JPA + "properties.";
    private static final String NAMING = JPA + "hibernate.naming.";
    private static final String MAPPING_RESOURCES = relaxed(JPA + "mapping-resources");

    static final String PHYSICAL = "hibernate.physical_naming_strategy";
    static final String IMPLICIT = "hibernate.implicit_naming_strategy";

    /** Hibernate's settings: the raw ones, over those of the naming strategies, over Spring Boot's defaults. */
    Map<String, String> hibernateProperties() {
        Map<String, String> hibernate = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(RAW)) {
                hibernate.put(key.substring(RAW.length()), value);
            } else if (key.startsWith("hibernate.") || key.startsWith("jakarta.persistence.")) {
                hibernate.put(key, value);
            }
        });
        if (line != null) {
            hibernate.putIfAbsent(PHYSICAL, line.physicalNamingStrategy());
            hibernate.putIfAbsent(IMPLICIT, line.implicitNamingStrategy());
        }
        naming("physical-strategy").ifPresent(strategy -> hibernate.put(PHYSICAL, strategy));
        naming("implicit-strategy").ifPresent(strategy -> hibernate.put(IMPLICIT, strategy));
        return hibernate;
    }

    /** The mapping files that Spring is told of instead of a persistence.xml. */
    List<String> mappingFiles() {
        return properties.entrySet().stream()
                .filter(entry -> isListItem(relaxed(entry.getKey())))
                .flatMap(entry -> List.of(entry.getValue().split(",", -1)).stream())
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
    }

    private static boolean isListItem(String key) {
        return key.equals(MAPPING_RESOURCES) || key.startsWith(MAPPING_RESOURCES + "[");
    }

    private Optional<String> naming(String name) {
        String wanted = relaxed(NAMING + name);
        return properties.entrySet().stream()
                .filter(entry -> relaxed(entry.getKey()).equals(wanted))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Spring takes physicalStrategy, physical_strategy and physical-strategy for the same. */
    private static String relaxed(String key) {
        return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
