package org.limbeck.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limbeck.jpa.property.ApplicationSettings;
import org.limbeck.jpa.source.FileTree;
import org.limbeck.jpa.source.MappedClassScan;
import org.limbeck.jpa.source.MappedClasses;
import org.limbeck.jpa.source.SourceCompiler;
import org.limbeck.jpa.source.SourceTree;
import org.limbeck.jpa.source.StaleSources;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.CacheFolder;

/** Reads the entities of an application, as its sources say now, with its own Hibernate and its own settings. */
public final class EntityReader {

    private final EntitySource source;
    private final SourceTree sources;
    private final StaleSources stale;
    private final ApplicationSettings settings;

    private EntityReader(EntitySource source) {
        this.source = source;
        this.sources = SourceTree.of(source.sourceFolders());
        this.stale = sources.newerThan(source.outputFolders());
        this.settings = ApplicationSettings.read(
                source.sourceFolders(),
                source.outputFolders(),
                source.classPath(),
                source.properties(),
                System.getenv());
    }

    /**
     * What the entities say about the schema. Where nothing changed since the last time, neither Hibernate nor the
     * compiler is loaded.
     *
     * <p>Columns stand as the fields are declared, keys first and superclasses before subclasses, unless
     * {@code hibernate.column_ordering_strategy} says otherwise; labels of an enumerated type ({@code NAMED_ENUM}) stand as
     * its constants.
     *
     * @throws org.limbeck.problem.LimbeckException if the sources don't compile, there are no entities, or Hibernate
     *     refuses their mapping
     */
    public static EntityStatements read(EntitySource source) {
        try {
            return cachedOrAnew(source);
        } catch (UncheckedIOException unreadable) {
            throw Problem.of(
                            ProblemCode.FILE_NOT_READ,
                            "the application's files cannot be read: "
                                    + Objects.requireNonNull(unreadable.getCause())
                                            .getMessage())
                    .exception(unreadable);
        }
    }

    private static EntityStatements cachedOrAnew(EntitySource source) {
        EntityReader reader = new EntityReader(source);
        StatementCache cache = new StatementCache(source.cacheFolder());
        String fingerprint = reader.fingerprint();
        Optional<EntityStatements> known = cache.find(fingerprint);
        if (known.isPresent()) {
            return known.get();
        }
        EntityStatements statements = reader.readAnew();
        cache.put(fingerprint, statements);
        return statements;
    }

    private String fingerprint() {
        return Fingerprint.start()
                .number(source.serverMajor())
                .properties(settings.hibernateProperties())
                .texts(settings.identity())
                .classPath(source.outputFolders())
                .classPath(source.classPath())
                .classPath(source.bundledHibernate())
                .text(stale.identity())
                .value();
    }

    private EntityStatements readAnew() {
        if (stale.isEmpty()) {
            return export(List.of());
        }
        Path folder = compilationFolder();
        try {
            List<Path> classPath = new ArrayList<>(source.outputFolders());
            classPath.addAll(source.classPath());
            SourceCompiler.compile(stale, classPath, folder);
            return export(List.of(folder));
        } finally {
            FileTree.delete(folder);
        }
    }

    private EntityStatements export(List<Path> compiled) {
        MappedClasses found =
                MappedClassScan.scan(sources, stale, compiled, source.outputFolders(), folders(source.classPath()));
        Mapping mapping = new Mapping(
                settings.classNames(found.classNames()),
                found.packages(),
                settings.mappingFiles(),
                settings.hibernateProperties(),
                source.serverMajor());
        if (mapping.classNames().isEmpty() && mapping.mappingFiles().isEmpty()) {
            throw noEntities();
        }
        List<Path> classPath = new ArrayList<>(compiled);
        classPath.addAll(settings.resourceFolders());
        classPath.addAll(source.outputFolders());
        return new HibernateCall(classPath, source, sources).export(mapping);
    }

    private Path compilationFolder() {
        try {
            CacheFolder.create(source.cacheFolder());
            return Files.createTempDirectory(source.cacheFolder(), "classes");
        } catch (IOException e) {
            throw Problem.of(
                            ProblemCode.FILE_NOT_WRITTEN,
                            "classes cannot be written to " + source.cacheFolder() + ": " + e.getMessage())
                    .exception(e);
        }
    }

    private static List<Path> folders(List<Path> classPath) {
        return classPath.stream().filter(Files::isDirectory).toList();
    }

    private RuntimeException noEntities() {
        Problem problem = Problem.of(
                ProblemCode.NO_ENTITIES, "no class with @Entity was found in " + joined(source.outputFolders()));
        return problem.hint("compile the project, or name the folder of its classes in the setting class-path")
                .exception();
    }

    private static String joined(List<Path> paths) {
        return paths.isEmpty()
                ? "no folder"
                : String.join(", ", paths.stream().map(Path::toString).toList());
    }
}
