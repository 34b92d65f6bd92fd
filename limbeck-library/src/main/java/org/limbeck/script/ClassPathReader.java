package org.limbeck.script;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;
import org.limbeck.migration.Revision;
import org.limbeck.problem.Place;

/** Reads the compiled and the SQL migrations of one package of the class path. Nothing outside the package is looked at. */
final class ClassPathReader {

    private static final String CLASS = ".class";

    /** A class that doesn't contain these bytes has nothing to do with Limbeck and need not be loaded. */
    private static final String MARK = Revision.class.getName().replace('.', '/');

    private final ClassLoader loader;

    ClassPathReader(ClassLoader loader) {
        this.loader = loader;
    }

    List<Script> read(Location.JavaPackage location, Set<String> seen) {
        List<Script> scripts = new ArrayList<>();
        try {
            Set<String> listed = new HashSet<>();
            for (URL root : Collections.list(loader.getResources(location.name()))) {
                for (var entry : entries(root).entrySet()) {
                    listed.add(entry.getKey());
                    add(location, entry.getKey(), entry.getValue(), seen, scripts);
                }
            }
            // One part of the class path may be listed where another one can't.
            for (var entry : indexed(location, listed).entrySet()) {
                add(location, entry.getKey(), entry.getValue(), seen, scripts);
            }
        } catch (IOException | URISyntaxException e) {
            throw Script.unreadable(location.toString(), e instanceof IOException io ? io : new IOException(e));
        }
        return scripts;
    }

    /** What the indexes name and was not listed, by names relative to the package. */
    private Map<String, URI> indexed(Location.JavaPackage location, Set<String> listed)
            throws IOException, URISyntaxException {
        Map<String, URI> entries = new TreeMap<>();
        for (URL index : Collections.list(loader.getResources(MigrationIndex.resource(location)))) {
            for (String name : MigrationIndex.read(index)) {
                URL file = listed.contains(name) ? null : loader.getResource(location.name() + "/" + name);
                if (file != null && isMigration(name)) {
                    entries.put(name, file.toURI());
                }
            }
        }
        return entries;
    }

    private void add(Location.JavaPackage location, String relative, URI uri, Set<String> seen, List<Script> scripts)
            throws IOException {
        if (seen.add(uri.toString())) {
            script(location, location.name() + "/" + relative, new ScriptSource.OnClassPath(uri))
                    .ifPresent(scripts::add);
        }
    }

    /** The files below a folder or jar entry, sorted by their names relative to it. */
    private static Map<String, URI> entries(URL root) throws IOException, URISyntaxException {
        Map<String, URI> entries = new TreeMap<>();
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            String prefix = jar.getEntryName() + (jar.getEntryName().endsWith("/") ? "" : "/");
            try (JarFile file = jar.getJarFile()) {
                for (JarEntry entry : Collections.list(file.entries())) {
                    String name = entry.getName();
                    if (name.startsWith(prefix) && isMigration(name)) {
                        String relative = name.substring(prefix.length());
                        entries.put(relative, child(root, relative));
                    }
                }
            }
        } else if (root.getProtocol().equals("file")) {
            Path folder = Path.of(root.toURI());
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> isMigration(file.toString())).forEach(file -> {
                    String relative = folder.relativize(file).toString().replace('\\', '/');
                    entries.put(relative, file.toUri());
                });
            }
        }
        return entries;
    }

    private static URI child(URL root, String relative) throws URISyntaxException {
        String base = root.toString();
        return new URI((base.endsWith("/") ? base : base + "/")
                + new URI(null, null, "/" + relative, null).getRawPath().substring(1));
    }

    private static boolean isMigration(String name) {
        String simpleName = name.substring(name.lastIndexOf('/') + 1);
        if (simpleName.startsWith(".")) {
            return false;
        }
        return name.endsWith(".sql")
                || (name.endsWith(CLASS) && simpleName.indexOf('$') < 0 && !simpleName.endsWith("-info.class"));
    }

    private Optional<Script> script(Location location, String name, ScriptSource source) throws IOException {
        if (name.endsWith(CLASS)) {
            return compiled(location, name, source);
        }
        FileHeader header = FolderReader.sqlHeader(name, source.open());
        RevisionNode node = header.node();
        return node == null
                ? Optional.empty()
                : Optional.of(new Script(
                        node,
                        header.message(),
                        ScriptKind.SQL,
                        "",
                        new Place(name, header.line()),
                        header.created(),
                        location,
                        source));
    }

    private Optional<Script> compiled(Location location, String name, ScriptSource source) throws IOException {
        try (var in = source.open()) {
            if (!new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(MARK)) {
                return Optional.empty();
            }
        }
        String className = name.substring(0, name.length() - CLASS.length()).replace('/', '.');
        Revision revision = annotation(className, name);
        if (revision == null) {
            return Optional.empty();
        }
        Place place = Place.of(name);
        RevisionNode node = new RevisionNode(
                RevisionId.check(revision.id(), place),
                List.of(revision.revises()),
                List.of(revision.dependsOn()),
                List.of(revision.labels()));
        return Optional.of(
                new Script(node, revision.message(), ScriptKind.JAVA_CLASS, className, place, "", location, source));
    }

    private @Nullable Revision annotation(String className, String file) {
        try {
            return Class.forName(className, false, loader).getAnnotation(Revision.class);
        } catch (ClassNotFoundException | LinkageError e) {
            throw MigrationClass.unusable(className, Place.of(file), "it cannot be loaded: " + e)
                    .exception(e);
        }
    }
}
