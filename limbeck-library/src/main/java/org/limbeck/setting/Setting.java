package org.limbeck.setting;

import java.util.Locale;
import java.util.Optional;

/** Every setting there is. Options, environment variables, properties, help and documentation derive from this table. */
public enum Setting {
    URL("url", ValueKind.DATABASE_URL, "", "The database: a URL, or embedded for the one that Limbeck runs itself."),
    USER("user", ValueKind.TEXT, "", "The user to connect as, instead of the one in the URL."),
    PASSWORD("password", ValueKind.TEXT, "", "The user's password, instead of the one in the URL.", true),
    MIGRATIONS(
            "migrations",
            ValueKind.LOCATIONS,
            "src/main/java/db/migration,src/main/resources/db/migration",
            "Where migrations are: folders, and packages of the class path as classpath:db/migration."),
    VERSION_TABLE(
            "version-table",
            ValueKind.QUALIFIED_NAME,
            "limbeck_version",
            "The table that holds the current revisions; in the first schema of the search path if it names none."),
    HISTORY_TABLE(
            "history-table",
            ValueKind.QUALIFIED_NAME,
            "limbeck_history",
            "The table that records what was run; in the schema of the version table if it names none."),
    TRANSACTION(
            "transaction", ValueKind.TRANSACTION, "revision", "What is committed at once: a revision or a whole run."),
    LOCK_WAIT("lock-wait", ValueKind.DURATION, "10min", "How long a run waits for another run to end."),
    DESIRED(
            "desired",
            ValueKind.DESIRED,
            "entities,schema",
            "What the database should be like: entities, folders of SQL files, revisions, or the URL of another database."),
    OBJECTS(
            "objects",
            ValueKind.GLOBS,
            "",
            "Which objects are compared: patterns such as sales.*, and !audit_* for what is left alone; without it all."),
    SCRATCH_URL(
            "scratch-url",
            ValueKind.DATABASE_URL,
            "",
            "A server where a scratch database may be made to compare with; without it the database's own."),
    CLASS_PATH(
            "class-path",
            ValueKind.PATHS,
            "target/classes",
            "Where classes are that migrations use; the default counts only if it exists."),
    FILE_NAME(
            "file-name",
            ValueKind.FILE_NAME,
            "",
            "The name of new files; without it M{id}_{Slug} for Java and {id}_{slug} for SQL."),
    TEMPLATE("template", ValueKind.PATH, "", "A template of your own for new files."),
    AFTER_WRITE(
            "after-write",
            ValueKind.TEXT,
            "",
            "A command that is run on each new file, such as a formatter; {file} stands for the file."),
    LANGUAGE("language", ValueKind.LANGUAGE, "java", "The language of new migrations."),
    NAMING_CONVENTION(
            "naming-convention", ValueKind.NAMING_CONVENTION, "postgresql", "How constraints and indexes are named."),
    EMBEDDED_VERSION("embedded-version", ValueKind.EMBEDDED_VERSION, "18", "The version of the embedded PostgreSQL."),
    STATE_DIRECTORY(
            "state-directory",
            ValueKind.PATH,
            ".limbeck",
            "Where Limbeck keeps compiled classes and the embedded database."),
    COLOR("color", ValueKind.COLOR, "auto", "Whether to print in colour; auto looks at the terminal.");

    private final String key;
    private final String environmentVariable;
    private final ValueKind kind;
    private final String defaultValue;
    private final String description;
    private final boolean secret;

    Setting(String key, ValueKind kind, String defaultValue, String description) {
        this(key, kind, defaultValue, description, false);
    }

    Setting(String key, ValueKind kind, String defaultValue, String description, boolean secret) {
        this.key = key;
        this.environmentVariable = "LIMBECK_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.description = description;
        this.secret = secret;
    }

    /** The name in {@code limbeck.properties}, for example {@code lock-wait}. */
    public String key() {
        return key;
    }

    /** The name in the environment, for example {@code LIMBECK_LOCK_WAIT}. */
    public String environmentVariable() {
        return environmentVariable;
    }

    /** The name on the command line, for example {@code --lock-wait}. */
    public String option() {
        return "--" + key;
    }

    public ValueKind kind() {
        return kind;
    }

    /** The value that counts if nobody sets one; empty if there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One sentence for help and documentation. */
    public String description() {
        return description;
    }

    /** Whether the whole value must never be shown. */
    public boolean secret() {
        return secret;
    }

    /** Finds a setting by its key. */
    public static Optional<Setting> byKey(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
