package org.limbeck.jpa.property;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders that an application's own resources are in.
 *
 * @param folders the first one that has a resource gives it
 */
record ResourceRoots(List<Path> folders) {

    Optional<Path> find(String name) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
