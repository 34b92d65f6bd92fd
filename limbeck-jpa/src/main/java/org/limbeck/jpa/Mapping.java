package org.limbeck.jpa;

import java.util.List;
import java.util.Map;

/**
 * All that Hibernate is told.
 *
 * @param classNames annotated classes
 * @param packages packages with annotations of their own
 * @param mappingFiles resources, for example {@code META-INF/orm.xml}
 * @param properties Hibernate's own settings, as text or as the objects that it takes
 * @param serverMajor the major version of PostgreSQL that the statements are for
 */
public record Mapping(
        List<String> classNames,
        List<String> packages,
        List<String> mappingFiles,
        Map<String, ?> properties,
        int serverMajor) {

    public Mapping {
        classNames = List.copyOf(classNames);
        packages = List.copyOf(packages);
        mappingFiles = List.copyOf(mappingFiles);
        properties = Map.copyOf(properties);
    }
}
