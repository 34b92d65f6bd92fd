package org.limbeck.script;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The names of a package's migrations, for class paths whose packages can't be listed: those of native images, and of jars that
 * have files and no folders.
 */
public final class MigrationIndex {

    private MigrationIndex() {}

    /** The resource that the index is, or would be; each of its lines is the name of a file relative to the package. */
    public static String resource(Location.JavaPackage location) {
        return "META-INF/limbeck/" + location.name() + ".index";
    }

    static List<String> read(URL index) throws IOException {
        URLConnection connection = index.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
