package org.limbeck.foreign;

import java.nio.file.Path;
import org.limbeck.takeover.Version;

/**
 * A file of a Flyway project.
 *
 * @param shown the file as the user would type it
 */
record FlywayFile(FlywayNames.Name name, Path path, String shown) {

    Version version() {
        return Version.of(name.version()).orElseThrow();
    }

    String fileName() {
        return path.getFileName().toString();
    }
}
