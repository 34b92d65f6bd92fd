package org.limbeck.jpa.source;

import java.util.List;

/**
 * The classes and packages that have mapping annotations.
 *
 * @param classNames entities, mapped superclasses, embeddables and converters
 * @param packages packages whose {@code package-info} was compiled
 */
public record MappedClasses(List<String> classNames, List<String> packages) {

    public MappedClasses {
        classNames = List.copyOf(classNames);
        packages = List.copyOf(packages);
    }
}
