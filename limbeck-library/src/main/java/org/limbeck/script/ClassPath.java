package org.limbeck.script;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.limbeck.migration.Migration;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/**
 * The jars and folders that migrations may use besides Limbeck itself.
 *
 * @param entries jars and folders of classes
 */
public record ClassPath(List<Path> entries) {

    public ClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * A loader of these entries; the caller closes it when the migrations have run.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code FILE_NOT_READ} if an entry doesn't exist
     */
    public URLClassLoader open(ClassLoader parent) {
        List<URL> urls = new ArrayList<>();
        for (Path entry : entries) {
            if (!Files.exists(entry)) {
                throw Problem.of(ProblemCode.FILE_NOT_READ, "there is no " + entry + ", which stands in the class path")
                        .at(Place.of(entry.toString()))
                        .exception();
            }
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalStateException("every file has a URL", e);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), parent);
    }

    /** What the compiler is given: these entries, the class path of this Java, and where Limbeck's own classes are. */
    List<Path> forCompiler() {
        Set<Path> all = new LinkedHashSet<>(entries);
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                all.add(Path.of(entry));
            }
        }
        CodeSource source = Migration.class.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation().getProtocol().equals("file")) {
            try {
                all.add(Path.of(source.getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalStateException("every file has a URI", e);
            }
        }
        return List.copyOf(all);
    }

    /** Text that changes when an entry does: names, sizes and times of jars and of the classes in folders. */
    static String identity(List<Path> entries) {
        StringBuilder text = new StringBuilder();
        for (Path entry : entries) {
            try (Stream<Path> files = Files.find(entry, Integer.MAX_VALUE, ClassPath::isCode)) {
                for (Path file : files.sorted().toList()) {
                    text.append(file)
                            .append(' ')
                            .append(Files.size(file))
                            .append(' ')
                            .append(Files.getLastModifiedTime(file).toInstant())
                            .append('\n');
                }
            } catch (IOException e) {
                text.append(entry).append(" is missing\n");
            }
        }
        return text.toString();
    }

    private static boolean isCode(Path file, BasicFileAttributes attributes) {
        return attributes.isRegularFile()
                && (file.toString().endsWith(".class") || file.toString().endsWith(".jar"));
    }
}
