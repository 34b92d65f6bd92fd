package org.limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.desired.Entities;
import org.limbeck.desired.EntityDdl;
import org.limbeck.jpa.EntityReader;
import org.limbeck.jpa.EntitySource;
import org.limbeck.jpa.EntityStatements;
import org.limbeck.jpa.project.ProjectClassPath;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;

/**
 * The entities of the project that the configuration belongs to.
 *
 * @param known where its classes are, if that is known already
 * @param notes is told what may take long, before it is done
 */
record ProjectEntities(Settings settings, @Nullable ProjectClassPath known, Consumer<String> notes)
        implements Entities {

    private static final List<String> BUILDS = List.of("pom.xml", "build.gradle", "build.gradle.kts");

    @Override
    public void demand() {
        if (known == null && !isConfigured()) {
            demandBuild();
        }
    }

    @Override
    public EntityDdl read(int serverMajor) {
        ProjectClassPath project = project();
        EntityStatements read = EntityReader.read(new EntitySource(
                project.sourceFolders(),
                project.outputFolders(),
                project.classPath(),
                Map.of(),
                bundledHibernate(),
                cache(),
                serverMajor));
        return new EntityDdl(
                read.statements().stream().map(DdlStatement::of).toList(),
                read.views().stream().map(DdlStatement::of).toList(),
                Set.copyOf(read.unmanagedTables()));
    }

    private ProjectClassPath project() {
        if (known != null) {
            return known;
        }
        if (!isConfigured()) {
            demandBuild();
            return ProjectClassPath.of(settings.folder(), cache(), notes);
        }
        List<Path> classPath = settings.classPath();
        return new ProjectClassPath(
                List.of(settings.folder().resolve("src/main/java")),
                classPath.stream().filter(Files::isDirectory).toList(),
                classPath.stream().filter(Files::isRegularFile).toList());
    }

    private boolean isConfigured() {
        return !settings.get(Setting.CLASS_PATH).value().equals(Setting.CLASS_PATH.defaultValue());
    }

    /** A folder that nothing is built in can still say in SQL what is desired, unless there are entities as well. */
    private void demandBuild() {
        if (BUILDS.stream().anyMatch(file -> Files.exists(settings.folder().resolve(file)))) {
            return;
        }
        Optional<Path> entity = anyEntity();
        throw Problem.of(
                        entity.isPresent() ? ProblemCode.CLASS_PATH_UNKNOWN : ProblemCode.NO_ENTITIES,
                        "there is no pom.xml in " + settings.folder() + " to find "
                                + entity.map(file -> "the libraries of entities such as "
                                                + settings.folder().relativize(file))
                                        .orElse("entities")
                                + " by")
                .hint("in limbeck.properties", "class-path = target/classes:lib/hibernate-core.jar")
                .exception();
    }

    private Optional<Path> anyEntity() {
        Path sources = settings.folder().resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(ProjectEntities::isEntity)
                    .findFirst();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static boolean isEntity(Path source) {
        try {
            // Any encoding will do for these words.
            String text = Files.readString(source, StandardCharsets.ISO_8859_1);
            return text.contains("@Entity") && text.contains("jakarta.persistence");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Path cache() {
        return settings.stateDirectory().resolve("entities");
    }

    /** The jars that come with the command line, for projects that have no Hibernate of their own. */
    private static List<Path> bundledHibernate() {
        try {
            Path own = Path.of(ProjectEntities.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = own.resolveSibling("hibernate");
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> jars = Files.list(folder)) {
                return jars.filter(jar -> jar.toString().endsWith(".jar"))
                        .sorted()
                        .toList();
            }
        } catch (URISyntaxException | IOException exception) {
            throw new UncheckedIOException(new IOException(exception));
        }
    }
}
