package org.limbeck.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.takeover.Tool;

/** What Flyway was told in a project: in {@code flyway.conf}, {@code flyway.toml}, or by Spring Boot. */
final class FlywaySettings {

    private static final List<String> FILES = List.of("flyway.conf", "conf/flyway.conf", "flyway.toml");
    private static final List<String> PREFIXES =
            List.of("flyway.placeholders.", "spring.flyway.placeholders.", "flyway.", "spring.flyway.");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Path folder;

    private FlywaySettings(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the settings of a project.
     *
     * @param folder the project's folder
     * @param application what Spring Boot's files say
     * @param given values of placeholders, which count more
     */
    static FlywaySettings read(Path folder, Map<String, String> application, Map<String, String> given) {
        FlywaySettings settings = new FlywaySettings(folder);
        application.forEach(settings::put);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                String text = ForeignFile.text(file, name);
                Map<String, String> read =
                        name.endsWith(".toml") ? SettingsText.toml(text) : SettingsText.properties(text);
                read.forEach(settings::put);
            }
        }
        settings.placeholders.putAll(given);
        return settings;
    }

    private void put(String key, String value) {
        for (String prefix : PREFIXES) {
            if (key.startsWith(prefix)) {
                String name = key.substring(prefix.length());
                if (prefix.contains("placeholders")) {
                    placeholders.put(name, value);
                } else {
                    // Spring Boot writes words with hyphens.
                    String plain = name.replace("-", "");
                    int index = plain.indexOf('[');
                    if (index < 0) {
                        values.put(plain, value);
                    } else {
                        values.merge(plain.substring(0, index), value, (first, next) -> first + "," + next);
                    }
                }
                return;
            }
        }
    }

    private String value(String name, String usual) {
        return values.getOrDefault(name, usual);
    }

    FlywayNames names() {
        FlywayNames usual = FlywayNames.USUAL;
        return new FlywayNames(
                value("sqlMigrationPrefix", usual.versioned()),
                value("undoSqlMigrationPrefix", usual.undo()),
                value("repeatableSqlMigrationPrefix", usual.repeatable()),
                value("baselineMigrationPrefix", usual.baseline()),
                value("sqlMigrationSeparator", usual.separator()),
                List.of(value("sqlMigrationSuffixes", ".sql").split(",", -1)));
    }

    /** What replaces placeholders; null where they are left alone. */
    @Nullable
    Placeholders placeholders() {
        if (value("placeholderReplacement", "true").toLowerCase(Locale.ROOT).equals("false")) {
            return null;
        }
        Map<String, String> all = new LinkedHashMap<>(placeholders);
        if (defaultSchema() != null) {
            all.putIfAbsent("flyway:defaultSchema", defaultSchema());
        }
        all.putIfAbsent("flyway:table", table().name());
        return new Placeholders(value("placeholderPrefix", "${"), value("placeholderSuffix", "}"), all);
    }

    /** The schema that migrations work in; null for the first one of the search path. */
    @Nullable
    String defaultSchema() {
        String schemas = value("schemas", "");
        String first = schemas.isEmpty() ? null : schemas.split(",", -1)[0].strip();
        String schema = value("defaultSchema", first == null ? "" : first);
        return schema.isEmpty() ? null : schema;
    }

    QualifiedName table() {
        return new QualifiedName(defaultSchema(), value("table", Tool.FLYWAY.usualTable()));
    }

    /** The folders that migrations are in, those of Java ones too; only such as exist. */
    List<Path> locations() {
        String usual = Files.isDirectory(folder.resolve("sql"))
                ? "classpath:db/migration,filesystem:sql"
                : "classpath:db/migration";
        List<Path> folders = new ArrayList<>();
        for (String location : value("locations", usual).split(",", -1)) {
            // Spring Boot puts the name of the database there.
            String name = location.strip().replace("{vendor}", "postgresql");
            if (name.startsWith("classpath:")) {
                String path = name.substring("classpath:".length()).replaceFirst("^/", "");
                folders.add(folder.resolve("src/main/resources").resolve(path));
            } else {
                folders.add(folder.resolve(name.replaceFirst("^filesystem:", "")));
            }
        }
        return withJava(folders);
    }

    /** Folders with those of the Java sources beside them, as Maven has it. */
    static List<Path> withJava(List<Path> folders) {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            Path plain = folder.toAbsolutePath().normalize();
            Path java = Path.of(plain.toString().replace("/src/main/resources/", "/src/main/java/"));
            for (Path each : List.of(plain, java)) {
                if (Files.isDirectory(each) && !all.contains(each)) {
                    all.add(each);
                }
            }
        }
        return all;
    }
}
