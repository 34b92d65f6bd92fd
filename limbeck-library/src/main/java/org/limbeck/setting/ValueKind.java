package org.limbeck.setting;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a setting's value looks like. An empty value always stands for the default. */
public enum ValueKind {
    DATABASE_URL("<url>", "a database URL such as postgresql://user@localhost:5432/shop, or embedded"),
    TEXT("<text>", "any text"),
    LOCATIONS("<location,...>", "folders, or classpath: and a package, separated by commas"),
    PATHS("<path...>", "paths separated as in a class path"),
    PATH("<path>", "a path"),
    QUALIFIED_NAME("<name>", "a PostgreSQL name of at most 63 bytes, or schema.name"),
    DESIRED("<source,...>", "entities, folders or files of SQL, separated by commas; or revisions; or a database URL"),
    GLOBS("<pattern,...>", "patterns of names with * and ?, separated by commas, each with ! for what is left out"),
    TRANSACTION("revision|run", "revision, run"),
    DURATION("<duration>", "a whole number with a unit: 500ms, 30s, 10min or 2h"),
    FILE_NAME(
            "<pattern>",
            "a file name without extension with the tokens {id} {slug} {Slug} {year} {month} {day} {hour} {minute}"
                    + " {second}, {id} being needed"),
    LANGUAGE("java|sql", "java, sql"),
    NAMING_CONVENTION(
            "<convention>",
            "postgresql, or a list such as pk=pk_{table},uq=uq_{table}_{columns} for pk, uq, fk, ck, ix and ex with the"
                    + " tokens {table} {columns} {referred_table}"),
    EMBEDDED_VERSION("14..18", "14, 15, 16, 17, 18"),
    COLOR("auto|always|never", "auto, always, never");

    private static final List<String> FILE_NAME_TOKENS =
            List.of("id", "slug", "Slug", "year", "month", "day", "hour", "minute", "second");
    private static final int LONGEST_IDENTIFIER = 63;

    private final String placeholder;
    private final String allowed;

    ValueKind(String placeholder, String allowed) {
        this.placeholder = placeholder;
        this.allowed = allowed;
    }

    /** A duration as {@link #DURATION} writes it; empty where it is none. */
    public static Optional<Duration> duration(String text) {
        return Optional.ofNullable(ValueSyntax.duration(text));
    }

    /** What stands for the value in a line of help: the choices where there are few. */
    public String placeholder() {
        return placeholder;
    }

    /** Which values are allowed, as a list or a description. */
    public String allowed() {
        return allowed;
    }

    /** Whether a value that is not empty can be used. A database URL is looked at only when it is needed. */
    boolean accepts(String value) {
        return switch (this) {
            case DATABASE_URL, TEXT, DESIRED, GLOBS -> true;
            case LOCATIONS -> ValueSyntax.allPaths(ValueSyntax.split(value, ','));
            case PATHS -> ValueSyntax.allPaths(ValueSyntax.split(value, File.pathSeparatorChar));
            case PATH -> isPath(value);
            case QUALIFIED_NAME -> isQualifiedName(value);
            case TRANSACTION -> value.equals("revision") || value.equals("run");
            case DURATION -> ValueSyntax.duration(value) != null;
            case FILE_NAME -> isFileName(value);
            case LANGUAGE -> value.equals("java") || value.equals("sql");
            case NAMING_CONVENTION -> value.equals("postgresql") || ValueSyntax.isNamingConvention(value);
            case EMBEDDED_VERSION ->
                value.length() == 2 && value.charAt(0) == '1' && value.charAt(1) >= '4' && value.charAt(1) <= '8';
            case COLOR -> value.equals("auto") || value.equals("always") || value.equals("never");
        };
    }

    private static boolean isFileName(String value) {
        return value.contains("{id}")
                && value.indexOf('/') < 0
                && value.indexOf('\\') < 0
                && ValueSyntax.usesOnly(value, FILE_NAME_TOKENS);
    }

    private static boolean isQualifiedName(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length > 2) {
            return false;
        }
        for (String part : parts) {
            boolean fits = part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IDENTIFIER;
            if (part.isEmpty() || part.indexOf('\0') >= 0 || !fits) {
                return false;
            }
        }
        return true;
    }

    static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
