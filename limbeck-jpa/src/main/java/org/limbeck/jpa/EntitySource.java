package org.limbeck.jpa;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the entities of an application are, and what is known about how it runs.
 *
 * @param sourceFolders Java sources, for example {@code src/main/java}; a folder {@code resources} beside one is read for
 *     property and mapping files before the output folders
 * @param outputFolders the application's own compiled classes, for example {@code target/classes}
 * @param classPath its libraries, and the classes of other modules
 * @param properties settings that come before those in the application's files: {@code hibernate.*}, {@code spring.jpa.*},
 *     {@code spring.profiles.active}
 * @param bundledHibernate the jars of a Hibernate that serves where the class path has none
 * @param cacheFolder where results are kept
 * @param serverMajor the major version of PostgreSQL that the statements are for
 */
public record EntitySource(
        List<Path> sourceFolders,
        List<Path> outputFolders,
        List<Path> classPath,
        Map<String, String> properties,
        List<Path> bundledHibernate,
        Path cacheFolder,
        int serverMajor) {

    public EntitySource {
        sourceFolders = List.copyOf(sourceFolders);
        outputFolders = List.copyOf(outputFolders);
        classPath = List.copyOf(classPath);
        properties = Map.copyOf(properties);
        bundledHibernate = List.copyOf(bundledHibernate);
    }
}
