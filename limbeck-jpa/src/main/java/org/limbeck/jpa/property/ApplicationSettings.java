package org.limbeck.jpa.property;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.jpa.source.FileTree;

/**
 * What an application's files say about its mapping.
 *
 * @param resourceFolders the folders of resources beside the sources, which are newer than the copies among the classes
 * @param hibernateProperties the settings that Hibernate is given
 * @param unit what persistence.xml says
 * @param mappingFiles resources with mappings
 */
public record ApplicationSettings(
        List<Path> resourceFolders,
        Map<String, String> hibernateProperties,
        PersistenceUnit unit,
        List<String> mappingFiles) {

    private static final String ORM = "META-INF/orm.xml";

    /**
     * All that Spring Boot's files say, for readers of other settings.
     *
     * @param resources the folder of the application's resources
     * @param environment the variables that placeholders may name
     * @throws org.limbeck.problem.LimbeckException if one cannot be read
     */
    public static Map<String, String> files(Path resources, Map<String, String> environment) {
        return ApplicationFiles.read(new ResourceRoots(List.of(resources)), Map.of(), environment);
    }

    /**
     * What an application that runs tells Hibernate.
     *
     * @param properties those of Spring Boot, placeholders resolved
     * @param loader sees Spring Boot
     */
    public static Map<String, String> hibernateProperties(Map<String, String> properties, ClassLoader loader) {
        return HibernateSettings.of(new SpringSettings(properties, SpringBootLine.in(loader)).hibernateProperties());
    }

    /**
     * Reads the files of the application, which come in this order, later ones winning: hibernate.properties, persistence.xml,
     * application.properties, application.yml and those of the active profiles, the given settings.
     *
     * @param environment the variables that placeholders may name
     * @throws org.limbeck.problem.LimbeckException if one cannot be read
     */
    public static ApplicationSettings read(
            List<Path> sourceFolders,
            List<Path> outputFolders,
            List<Path> classPath,
            Map<String, String> given,
            Map<String, String> environment) {
        List<Path> resourceFolders = sourceFolders.stream()
                .map(folder -> folder.resolveSibling("resources"))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
        List<Path> roots = new ArrayList<>(resourceFolders);
        roots.addAll(outputFolders);
        ResourceRoots resources = new ResourceRoots(roots);
        PersistenceUnit unit = PersistenceUnit.read(resources, given);
        SpringSettings spring =
                new SpringSettings(ApplicationFiles.read(resources, given, environment), SpringBootLine.on(classPath));

        Map<String, String> properties = new LinkedHashMap<>(PropertyFile.read(resources, "hibernate.properties"));
        properties.putAll(unit.properties());
        properties.putAll(spring.hibernateProperties());
        properties.putAll(given);

        Set<String> mappingFiles = new LinkedHashSet<>(unit.mappingFiles());
        if (resources.find(ORM).isPresent()) {
            mappingFiles.add(ORM);
        }
        mappingFiles.addAll(spring.mappingFiles());
        for (Path root : roots) {
            FileTree.files(root, ".hbm.xml").forEach(file -> mappingFiles.add(FileTree.relative(root, file)));
        }
        return new ApplicationSettings(
                resourceFolders, HibernateSettings.of(properties), unit, List.copyOf(mappingFiles));
    }

    /** The classes that count, given those that were found. */
    public List<String> classNames(List<String> found) {
        Set<String> classNames = new LinkedHashSet<>(unit.classNames());
        if (!unit.excludesUnlistedClasses()) {
            classNames.addAll(found);
        }
        return List.copyOf(classNames);
    }

    /** Texts that change with all that isn't in the properties. */
    public List<String> identity() {
        List<String> texts = new ArrayList<>(mappingFiles);
        texts.addAll(unit.classNames());
        texts.add(String.valueOf(unit.excludesUnlistedClasses()));
        for (String file : mappingFiles) {
            for (Path folder : resourceFolders) {
                if (Files.isRegularFile(folder.resolve(file))) {
                    texts.add(TextFile.read(folder.resolve(file)));
                }
            }
        }
        return texts;
    }
}
