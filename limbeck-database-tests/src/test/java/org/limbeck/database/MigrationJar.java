package org.limbeck.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The migrations of a program, as they come in its jar. Each revision that is added stands on the one before. */
final class MigrationJar {

    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    MigrationJar sql(String id, String upgrade, String downgrade) {
        files.put("db/migration/" + id + ".sql", """
                -- revision: %s
                -- revises:  %s
                -- message:  change %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(
                        id, ids.isEmpty() ? "" : ids.get(ids.size() - 1), id, upgrade, downgrade));
        ids.add(id);
        return this;
    }

    /** Writes the jar with an index and without folders. */
    URLClassLoader openIndexed(Path folder) {
        files.put(
                "META-INF/limbeck/db/migration.index",
                String.join("\n", ids.stream().map(id -> id + ".sql").toList()));
        return open(folder, List.of());
    }

    /** Writes the jar, and opens it as the class path of a program. */
    URLClassLoader open(Path folder) {
        return open(folder, List.of("db/", "db/migration/"));
    }

    private URLClassLoader open(Path folder, List<String> folders) {
        Path jar = folder.resolve("program-" + ids.size() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : folders) {
                out.putNextEntry(new JarEntry(name));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            out.putNextEntry(new JarEntry("db/elsewhere.sql"));
            out.write("-- not a migration".getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, MigrationJar.class.getClassLoader());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
