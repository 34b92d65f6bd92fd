package org.limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limbeck.foreign.ChangeLogRequest;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The Liquibase of a project, in a class loader of its own, with the one class of ours that speaks to it.
 *
 * @param jars the libraries of the project, and those of an installed Liquibase
 */
record LiquibaseLibrary(List<Path> jars) {

    private static final String CLASS = "org.limbeck.liquibase.ChangeLogExport";

    /** What Liquibase says of each change set. */
    List<Map<String, String>> changeSets(ChangeLogRequest request) {
        List<URL> urls = new ArrayList<>();
        urls.add(url(ownLibrary()));
        jars.forEach(jar -> urls.add(url(jar)));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            @SuppressWarnings("unchecked") // The class says so; it is compiled in limbeck-liquibase.
            Function<Map<String, String>, List<Map<String, String>>> export =
                    (Function<Map<String, String>, List<Map<String, String>>>)
                            loader.loadClass(CLASS).getConstructor().newInstance();
            return export.apply(request.fields());
        } catch (ClassNotFoundException | NoClassDefFoundError exception) {
            throw missing();
        } catch (IllegalStateException exception) {
            throw refused(request, exception);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InstantiationException
                | IllegalAccessException
                | NoSuchMethodException
                | InvocationTargetException exception) {
            throw new LinkageError(CLASS, exception);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** The jars of an installed Liquibase. */
    static List<Path> installed(Map<String, String> environment) {
        String home = environment.getOrDefault("LIQUIBASE_HOME", "");
        List<Path> found = new ArrayList<>();
        if (!home.isEmpty()) {
            for (String folder : List.of("internal/lib", "lib")) {
                Path path = Path.of(home, folder);
                if (Files.isDirectory(path)) {
                    try (Stream<Path> files = Files.list(path)) {
                        files.filter(file -> file.toString().endsWith(".jar"))
                                .sorted()
                                .forEach(found::add);
                    } catch (IOException exception) {
                        throw new UncheckedIOException(exception);
                    }
                }
            }
        }
        return found;
    }

    private static Path ownLibrary() {
        String name = CLASS.replace('.', '/') + ".class";
        URL found = LiquibaseLibrary.class.getClassLoader().getResource(name);
        if (found == null) {
            throw Problem.of(ProblemCode.LIQUIBASE_MISSING, "limbeck-liquibase is not on the class path of Limbeck")
                    .exception();
        }
        try {
            String text = found.toString();
            String place = text.startsWith("jar:")
                    ? text.substring("jar:".length(), text.indexOf("!/"))
                    : text.substring(0, text.length() - name.length());
            return Path.of(new URI(place));
        } catch (URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static RuntimeException missing() {
        return Problem.of(
                        ProblemCode.LIQUIBASE_MISSING,
                        "change logs are read by the project's own Liquibase, and there is none on its class path")
                .databaseState("Nothing was written.")
                .hint("in limbeck.properties, with all that it needs", "class-path = lib/liquibase-core.jar:lib/...")
                .hint("or name an installed one", "export LIQUIBASE_HOME=/opt/liquibase")
                .exception();
    }

    private static RuntimeException refused(ChangeLogRequest request, IllegalStateException exception) {
        List<String> lines =
                String.valueOf(exception.getMessage()).lines().limit(8).toList();
        return Problem.of(ProblemCode.IMPORT_NOT_READ, "Liquibase can't read " + request.file())
                .at(Place.of(request.file()))
                .evidence(lines)
                .databaseState("Nothing was written.")
                .exception(exception);
    }
}
