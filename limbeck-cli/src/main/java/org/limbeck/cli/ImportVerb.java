package org.limbeck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.ImportWriter;
import org.limbeck.foreign.AlembicProject;
import org.limbeck.foreign.FlywayProject;
import org.limbeck.foreign.ImportedProject;
import org.limbeck.jpa.property.ApplicationSettings;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

final class ImportVerb implements Verb {

    private static final String TO = "--to";
    private static final String PLACEHOLDER = "--placeholder";
    private static final String CONTEXTS = "--contexts";
    private static final String LABELS = "--label-filter";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "Take a project over from another tool, with its files and its version table.";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration
                .argument(
                        "<source>",
                        1,
                        Integer.MAX_VALUE,
                        "flyway, and folders of migrations; liquibase, and its change log; alembic, and its alembic.ini;"
                                + " or database. Files that aren't given are looked for where the tool has them.")
                .value(
                        "<folder>",
                        "Where the revisions are written, a folder without migrations; if it isn't given, the first that"
                                + " the setting migrations names, without one src/main/resources/db/limbeck in a Maven"
                                + " or Gradle project, else migrations.",
                        TO)
                .values(
                        "<name=value>",
                        "Flyway, Liquibase: a value for a placeholder or parameter. Those in the tool's own files and in"
                                + " Spring Boot's are known.",
                        PLACEHOLDER)
                .value("<contexts>", "Liquibase: the contexts that count, as Liquibase takes them; else all.", CONTEXTS)
                .value("<labels>", "Liquibase: the labels that count, as Liquibase takes them; else all.", LABELS)
                .example(
                        "limbeck import flyway", "from where Flyway's settings say, or src/main/resources/db/migration")
                .example("limbeck import flyway sql --to migrations", "from one folder to another")
                .example("limbeck import liquibase db/changelog.xml", "each change set as a revision")
                .example("limbeck import alembic", "from alembic.ini, with its graph and its identifiers")
                .example("limbeck import database", "one revision that makes what is there");
    }

    @Override
    public int run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        List<String> files = arguments.subList(1, arguments.size());
        return switch (arguments.get(0)) {
            case "flyway" -> files(invocation, () -> flyway(invocation, files));
            case "liquibase" -> files(invocation, () -> liquibase(invocation, files));
            case "alembic" -> files(invocation, () -> alembic(invocation, files));
            case "database" -> DatabaseImport.run(invocation, files, invocation.value(TO) != null);
            default ->
                throw invocation
                        .usage("limbeck import knows no \"" + arguments.get(0) + "\"")
                        .hint("there are flyway, liquibase, alembic and database")
                        .exception();
        };
    }

    /** Reads all, then writes all. */
    private static int files(Invocation invocation, Supplier<ImportedProject> source) {
        Path to = to(invocation);
        ImportWriter writer = new ImportWriter(invocation.folder(), to);
        writer.requireEmpty();
        ImportedProject project = source.get();
        boolean configured = writer.write(project);
        return ImportOutput.print(invocation, project, to, configured);
    }

    private static ImportedProject flyway(Invocation invocation, List<String> files) {
        return FlywayProject.read(
                invocation.folder(),
                files.stream().map(invocation.folder()::resolve).toList(),
                application(invocation),
                placeholders(invocation),
                path -> shown(invocation, path));
    }

    /** What the project's Spring Boot says, if it has one. */
    private static Map<String, String> application(Invocation invocation) {
        return ApplicationSettings.files(
                invocation.folder().resolve("src/main/resources"),
                invocation.surroundings().environment());
    }

    private static ImportedProject liquibase(Invocation invocation, List<String> files) {
        return new LiquibaseSource(invocation, application(invocation), placeholders(invocation))
                .read(one(invocation, files, "change log"), invocation.value(CONTEXTS), invocation.value(LABELS));
    }

    private static ImportedProject alembic(Invocation invocation, List<String> files) {
        String given = one(invocation, files, "alembic.ini");
        Path file = invocation.folder().resolve(given == null ? "alembic.ini" : given);
        return AlembicProject.read(
                Files.isDirectory(file) ? file.resolve("alembic.ini") : file,
                invocation.surroundings().environment(),
                path -> shown(invocation, path));
    }

    private static @Nullable String one(Invocation invocation, List<String> files, String what) {
        if (files.size() > 1) {
            throw invocation
                    .usage("there is one " + what + " to import, but " + files.size() + " files were given")
                    .exception();
        }
        return files.isEmpty() ? null : files.get(0);
    }

    private static Map<String, String> placeholders(Invocation invocation) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : invocation.values(PLACEHOLDER)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw invocation
                        .usage("--placeholder needs a name and a value, but was given \"" + pair + "\"")
                        .hint("for example", "limbeck import flyway --placeholder schema=app")
                        .exception();
            }
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return values;
    }

    private static Path to(Invocation invocation) {
        String given = invocation.value(TO);
        if (given != null) {
            return Path.of(given);
        }
        Settings settings = invocation.settings();
        List<Path> folders = settings.migrations();
        if (!folders.isEmpty() && !settings.get(Setting.MIGRATIONS).value().equals(Setting.MIGRATIONS.defaultValue())) {
            return shown(invocation, folders.get(0));
        }
        boolean built = Stream.of("pom.xml", "build.gradle", "build.gradle.kts")
                .anyMatch(file -> Files.exists(invocation.folder().resolve(file)));
        return Path.of(built ? "src/main/resources/db/limbeck" : "migrations");
    }

    private static Path shown(Invocation invocation, Path path) {
        return path.startsWith(invocation.folder()) ? invocation.folder().relativize(path) : path;
    }
}
