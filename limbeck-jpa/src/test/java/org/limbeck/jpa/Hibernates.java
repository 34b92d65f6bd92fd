package org.limbeck.jpa;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.embedded.DatabaseAccess;

/** The jars of both lines of Hibernate, as the build put them. */
enum Hibernates {
    NEWEST {
        @Override
        List<Path> jars() {
            return files(Path.of("target", "hibernate"));
        }
    },

    OLDEST {
        @Override
        List<Path> jars() {
            Stream<Path> shared = NEWEST.jars().stream()
                    .filter(jar -> !jar.toString().matches(".*(hibernate-core|hibernate-models|persistence-api)-.*"));
            return Stream.concat(files(Path.of("target", "older-hibernate")).stream(), shared)
                    .toList();
        }
    };

    abstract List<Path> jars();

    /** Has this Hibernate validate the schema of the shop. */
    void validate(Database database) {
        List<URL> classPath = Stream.concat(
                        jars().stream(),
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                                .map(Path::of)
                                .filter(entry -> !entry.toString().contains("hibernate")))
                .map(Hibernates::url)
                .toList();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Method validate = loader.loadClass("org.limbeck.jpa.Application")
                    .getDeclaredMethod("validateManaged", String.class, String.class, String.class);
            validate.setAccessible(true);
            DatabaseAccess access = database.access();
            validate.invoke(null, access.jdbcUrl(), access.user(), access.password());
        } catch (ReflectiveOperationException | IOException refused) {
            throw new AssertionError(refused);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
