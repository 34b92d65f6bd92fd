package org.limbeck.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.foreign.ChangeLogRequest;
import org.limbeck.foreign.ImportedProject;
import org.limbeck.foreign.LiquibaseProject;
import org.limbeck.jpa.project.ProjectClassPath;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;
import org.limbeck.takeover.Tool;

/** A project of Liquibase: which change log, in which folder, and with which library. */
record LiquibaseSource(Invocation invocation, Map<String, String> application, Map<String, String> parameters) {

    private static final String SPRING = "spring.liquibase.";

    private static final String RESOURCES = "src/main/resources/";
    private static final List<String> USUAL = List.of(
            "db/changelog/db.changelog-master.yaml",
            "db/changelog/db.changelog-master.yml",
            "db/changelog/db.changelog-master.xml",
            "db/changelog/db.changelog-master.json",
            "db/changelog/db.changelog-master.sql");

    /**
     * Reads it. What isn't given is what Liquibase's settings say, or Spring Boot's.
     *
     * @param given the change log as the user typed it; null for that of the settings or the usual place
     */
    ImportedProject read(@Nullable String given, @Nullable String contexts, @Nullable String labels) {
        Properties properties = properties();
        String file = given == null ? changeLog(properties) : given;
        Path path = invocation.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw nothing(file);
        }
        Path root = root(path);
        ChangeLogRequest request = new ChangeLogRequest(
                root.toString(),
                root.relativize(path).toString().replace('\\', '/'),
                contexts == null ? spring("contexts", "") : contexts,
                labels == null ? spring("label-filter", "") : labels,
                values());
        String table = properties.getProperty(
                "databaseChangeLogTableName", spring("database-change-log-table", Tool.LIQUIBASE.usualTable()));
        String schema = properties.getProperty("liquibaseSchemaName", spring("liquibase-schema", ""));
        return LiquibaseProject.of(
                new LiquibaseLibrary(jars()).changeSets(request),
                new QualifiedName(schema.isEmpty() ? null : schema, table.toLowerCase(Locale.ROOT)));
    }

    private String spring(String name, String usual) {
        return application.getOrDefault(SPRING + name, usual);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        application.forEach((name, value) -> {
            if (name.startsWith(SPRING + "parameters.")) {
                values.put(name.substring((SPRING + "parameters.").length()), value);
            }
        });
        values.putAll(parameters);
        return values;
    }

    private Properties properties() {
        Properties properties = new Properties();
        Path file = invocation.folder().resolve("liquibase.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException exception) {
                throw Problem.of(ProblemCode.FILE_NOT_READ, "liquibase.properties could not be read")
                        .exception(exception);
            }
        }
        return properties;
    }

    private String changeLog(Properties properties) {
        for (String key :
                List.of("changeLogFile", "changelogFile", "changelog-file", "liquibase.command.changelogFile")) {
            String file = properties.getProperty(key);
            if (file != null) {
                return Files.exists(invocation.folder().resolve(file)) ? file : RESOURCES + file;
            }
        }
        String ofSpring = spring("change-log", "");
        if (!ofSpring.isEmpty()) {
            return RESOURCES + ofSpring.replaceFirst("^classpath:/?", "");
        }
        return USUAL.stream()
                .map(name -> RESOURCES + name)
                .filter(name -> Files.exists(invocation.folder().resolve(name)))
                .findFirst()
                .orElseThrow(() -> nothing(RESOURCES + USUAL.get(0)));
    }

    /** Where Liquibase finds its files: what is in resources it knows without that folder. */
    private Path root(Path file) {
        Path resources = invocation.folder().resolve(RESOURCES);
        return file.startsWith(resources) ? resources : invocation.folder();
    }

    private List<Path> jars() {
        Settings settings = invocation.settings();
        List<Path> jars = new ArrayList<>(
                LiquibaseLibrary.installed(invocation.surroundings().environment()));
        boolean configured = !settings.get(Setting.CLASS_PATH).value().equals(Setting.CLASS_PATH.defaultValue());
        if (configured) {
            jars.addAll(settings.classPath());
        } else if (jars.isEmpty()
                && Stream.of("pom.xml", "build.gradle", "build.gradle.kts")
                        .anyMatch(build -> Files.exists(settings.folder().resolve(build)))) {
            ProjectClassPath project = ProjectClassPath.of(
                    settings.folder(), settings.stateDirectory().resolve("entities"), invocation::note);
            jars.addAll(project.outputFolders());
            jars.addAll(project.classPath());
        }
        return jars;
    }

    private static RuntimeException nothing(String file) {
        return Problem.of(ProblemCode.NOTHING_TO_IMPORT, "there is no change log " + file)
                .databaseState("Nothing was written.")
                .hint("to name it", "limbeck import liquibase path/to/changelog.xml")
                .exception();
    }
}
