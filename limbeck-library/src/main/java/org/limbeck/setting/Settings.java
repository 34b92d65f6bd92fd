package org.limbeck.setting;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;

/**
 * The settings that count for one run, each with its origin. A relative path is resolved against the folder of the
 * configuration file, or the working folder where there is none.
 */
public final class Settings {

    private static final String CLASS_PATH_PREFIX = "classpath:";

    private final Map<Setting, SettingValue> values;
    private final @Nullable Path file;
    private final Path folder;
    private final Map<String, String> environment;

    Settings(Map<Setting, SettingValue> values, @Nullable Path file, Path folder, Map<String, String> environment) {
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
        this.file = file;
        this.folder = folder;
        this.environment = environment;
    }

    /**
     * Reads all sources and checks every value but the database URL, which {@link #database()} looks at. An empty
     * environment variable counts as unset; an empty value elsewhere stands for the default.
     *
     * @throws LimbeckException if a setting is unknown or invalid, or the configuration file is missing or cannot be read
     */
    public static Settings load(SettingSources sources) {
        return SettingsLoader.load(sources);
    }

    /**
     * The defaults of a program that brings its migrations and its class path with itself. No file and no environment variable
     * counts.
     *
     * @param folder what relative paths start from
     */
    public static Settings ofProgram(Path folder) {
        Map<Setting, SettingValue> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String value = switch (setting) {
                case MIGRATIONS -> "classpath:db/migration";
                case CLASS_PATH -> "";
                default -> setting.defaultValue();
            };
            values.put(setting, new SettingValue(setting, value, new Origin.Default()));
        }
        return new Settings(values, null, folder, Map.of());
    }

    /**
     * The same with another value of a setting, as a program gives it.
     *
     * @throws LimbeckException if the value cannot be used
     */
    public Settings with(Setting setting, String value) {
        SettingValue given = new SettingValue(setting, value, new Origin.Program());
        Map<Setting, SettingValue> changed = new EnumMap<>(values);
        changed.put(
                setting, value.isEmpty() ? SettingsLoader.defaultOf(setting, given) : SettingsLoader.checked(given));
        return new Settings(changed, file, folder, environment);
    }

    /**
     * The setting that a program names.
     *
     * @throws LimbeckException if there is none
     */
    public static Setting known(String key) {
        return Setting.byKey(key)
                .orElseThrow(() -> SettingsLoader.unknown(
                        "there is no setting " + key,
                        key,
                        Arrays.stream(Setting.values()).map(Setting::key).toList()));
    }

    public SettingValue get(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** All settings in the order of {@link Setting}. */
    public List<SettingValue> all() {
        return List.copyOf(values.values());
    }

    /** The configuration file, if there is one. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The folder that relative paths start from. */
    public Path folder() {
        return folder;
    }

    /**
     * The database that the settings and PostgreSQL's own environment variables name.
     *
     * @throws LimbeckException if the URL cannot be used
     */
    public Database database() {
        try {
            return DatabaseUrl.parse(text(Setting.URL), text(Setting.USER), text(Setting.PASSWORD), environment);
        } catch (LimbeckException unusable) {
            throw unusable.problem().at(get(Setting.URL).origin().place()).exception(unusable);
        }
    }

    /**
     * Another database than the configured one, by its URL and with nobody's user but the URL's.
     *
     * @throws LimbeckException if the URL cannot be used
     */
    public Database otherDatabase(String url) {
        return DatabaseUrl.parse(url, "", "", environment);
    }

    /** The folders that migrations are in. */
    public List<Path> migrations() {
        List<Path> folders = new ArrayList<>();
        for (String part : ValueSyntax.split(text(Setting.MIGRATIONS), ',')) {
            if (!part.startsWith(CLASS_PATH_PREFIX)) {
                folders.add(resolve(part));
            }
        }
        return List.copyOf(folders);
    }

    /** The packages of the class path that migrations are in, each with {@code classpath:} before it. */
    public List<String> migrationPackages() {
        List<String> packages = new ArrayList<>();
        for (String part : ValueSyntax.split(text(Setting.MIGRATIONS), ',')) {
            if (part.startsWith(CLASS_PATH_PREFIX)) {
                packages.add(part);
            }
        }
        return List.copyOf(packages);
    }

    /** The table that holds the current revisions: a name, or schema and name with a dot between them. */
    public String versionTable() {
        return text(Setting.VERSION_TABLE);
    }

    /** The table that records what was run: a name, or schema and name with a dot between them. */
    public String historyTable() {
        return text(Setting.HISTORY_TABLE);
    }

    public TransactionScope transaction() {
        return TransactionScope.valueOf(constant(Setting.TRANSACTION));
    }

    /** How long a run waits for another one; zero for not at all. */
    public Duration lockWait() {
        return Objects.requireNonNull(ValueSyntax.duration(text(Setting.LOCK_WAIT)));
    }

    /** What the database should be like, each part as it was given; a URL stands alone. */
    public List<String> desired() {
        String text = text(Setting.DESIRED);
        return text.contains("://") ? List.of(text) : ValueSyntax.split(text, ',');
    }

    /** Whether nobody said what the database should be like. */
    public boolean desiredByDefault() {
        return text(Setting.DESIRED).equals(Setting.DESIRED.defaultValue());
    }

    /** The patterns of objects to compare; none for all. */
    public List<String> objects() {
        return ValueSyntax.split(text(Setting.OBJECTS), ',');
    }

    /**
     * The server where a scratch database may be made; empty for the database's own.
     *
     * @throws LimbeckException if the URL cannot be used
     */
    public Optional<Database> scratchDatabase() {
        return optional(Setting.SCRATCH_URL).map(this::otherDatabase);
    }

    /** The command that is run on each new file; empty for none. */
    public Optional<String> afterWrite() {
        return optional(Setting.AFTER_WRITE);
    }

    /** Where classes are that migrations use. */
    public List<Path> classPath() {
        List<Path> paths = new ArrayList<>();
        for (String part : ValueSyntax.split(text(Setting.CLASS_PATH), File.pathSeparatorChar)) {
            paths.add(resolve(part));
        }
        boolean isDefault = text(Setting.CLASS_PATH).equals(Setting.CLASS_PATH.defaultValue());
        return isDefault && !Files.isDirectory(paths.get(0)) ? List.of() : List.copyOf(paths);
    }

    /** The pattern for names of new files; empty for the usual one of their language. */
    public Optional<String> fileName() {
        return optional(Setting.FILE_NAME);
    }

    public Optional<Path> template() {
        String path = text(Setting.TEMPLATE);
        return path.isEmpty() ? Optional.empty() : Optional.of(resolve(path));
    }

    public Language language() {
        return Language.valueOf(constant(Setting.LANGUAGE));
    }

    /** {@code postgresql}, or a list of {@code kind=pattern}. */
    public String namingConvention() {
        return text(Setting.NAMING_CONVENTION);
    }

    /** The major version of the embedded PostgreSQL. */
    public int embeddedVersion() {
        return Integer.parseInt(text(Setting.EMBEDDED_VERSION));
    }

    public Path stateDirectory() {
        return resolve(text(Setting.STATE_DIRECTORY));
    }

    public Color color() {
        return Color.valueOf(constant(Setting.COLOR));
    }

    private String text(Setting setting) {
        return get(setting).value();
    }

    private String constant(Setting setting) {
        return text(setting).toUpperCase(Locale.ROOT);
    }

    private Optional<String> optional(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A path as a setting gives it. */
    public Path resolve(String path) {
        return folder.resolve(path).normalize();
    }

    @Override
    public String toString() {
        return values.values().toString();
    }
}
