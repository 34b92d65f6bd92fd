package org.limbeck.jpa.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the classes with mapping annotations by their class files, so that no other class of the application is loaded. */
public final class MappedClassScan {

    private static final Set<String> MAPPINGS = Set.of(
            "Ljakarta/persistence/Entity;",
            "Ljakarta/persistence/MappedSuperclass;",
            "Ljakarta/persistence/Embeddable;",
            "Ljakarta/persistence/Converter;");
    private static final String PACKAGE_INFO = ".package-info";

    private final SourceTree sources;
    private final Set<String> recompiled;
    private final Set<String> classNames = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();

    private MappedClassScan(SourceTree sources, Set<String> recompiled) {
        this.sources = sources;
        this.recompiled = recompiled;
    }

    /**
     * Looks through the folders.
     *
     * @param sources what the classes in the output folders were compiled from; classes of a source that is gone don't count
     * @param stale the sources that were compiled again
     * @param compiled where the classes of those are, if there are any
     * @param libraries other folders of classes, whose sources are elsewhere
     */
    public static MappedClasses scan(
            SourceTree sources,
            StaleSources stale,
            List<Path> compiled,
            List<Path> outputFolders,
            List<Path> libraries) {
        MappedClassScan scan = new MappedClassScan(sources, stale.names());
        compiled.forEach(folder -> classFiles(folder).forEach(scan::add));
        for (Path folder : outputFolders) {
            List<String> generated = generatedSources(folder);
            for (ClassFile file : classFiles(folder)) {
                if (scan.isCurrent(file, generated)) {
                    scan.add(file);
                }
            }
        }
        libraries.forEach(folder -> classFiles(folder).forEach(scan::add));
        return new MappedClasses(List.copyOf(scan.classNames), List.copyOf(scan.packages));
    }

    private void add(ClassFile file) {
        if (file.name().endsWith(PACKAGE_INFO)) {
            packages.add(file.name().substring(0, file.name().length() - PACKAGE_INFO.length()));
        } else if (!Collections.disjoint(file.annotations(), MAPPINGS)) {
            classNames.add(file.name());
        }
    }

    private boolean isCurrent(ClassFile file, List<String> generated) {
        String source = sourceOf(file);
        if (sources.isEmpty() || source == null) {
            return true;
        }
        return !recompiled.contains(source)
                && (sources.contains(source)
                        || generated.stream().anyMatch(path -> path.endsWith("/" + source + ".java")));
    }

    /** The name of the Java source; null for other languages, whose sources aren't looked at. */
    private static @Nullable String sourceOf(ClassFile file) {
        String path = file.name().replace('.', '/');
        String sourceFile = file.sourceFile();
        if (sourceFile == null) {
            int nested = path.indexOf('$');
            return nested < 0 ? path : path.substring(0, nested);
        }
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return sourceFile.endsWith(".java")
                ? folder + sourceFile.substring(0, sourceFile.length() - ".java".length())
                : null;
    }

    /** What annotation processors and generators of Maven or Gradle wrote, which nobody lists as a source folder. */
    private static List<String> generatedSources(Path outputFolder) {
        List<String> paths = new ArrayList<>();
        Path target = outputFolder.toAbsolutePath().getParent();
        for (int level = 0; target != null && level < 3; level++) {
            for (String name : List.of("generated-sources", "generated")) {
                for (Path file : FileTree.files(target.resolve(name), ".java")) {
                    paths.add("/" + FileTree.relative(target, file));
                }
            }
            target = target.getParent();
        }
        return paths;
    }

    private static List<ClassFile> classFiles(Path folder) {
        List<ClassFile> classes = new ArrayList<>();
        for (Path file : FileTree.files(folder, ".class")) {
            try {
                ClassFile.read(Files.readAllBytes(file)).ifPresent(classes::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return classes;
    }
}
