package shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** Packs the application as the plugin for Maven does, into one jar with all of its class path as jars within it. */
final class ExecutableJar {

    private ExecutableJar() {}

    /** @param more goes into a further jar within the jar */
    static Path pack(Path folder, Map<String, String> more) throws IOException {
        Path classes = Path.of(
                ShopApplication.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        Path application = jar(folder.resolve("shop.jar"), entries(classes));
        List<Path> libraries = new ArrayList<>(List.of(jar(folder.resolve("more.jar"), bytes(more))));
        Set<String> classPath = new LinkedHashSet<>(
                List.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"))));
        for (String entry : classPath) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                libraries.add(path);
            } else if (Files.isDirectory(path) && !path.equals(classes) && !entry.contains("test-classes")) {
                // What this build has just compiled is no jar yet.
                libraries.add(jar(folder.resolve("library-" + libraries.size() + ".jar"), entries(path)));
            }
        }
        Repackager repackager = new Repackager(application.toFile());
        repackager.setMainClass(ShopApplication.class.getName());
        Path executable = folder.resolve("executable.jar");
        repackager.repackage(executable.toFile(), callback -> {
            for (Path library : libraries) {
                callback.library(new Library(library.toFile(), LibraryScope.RUNTIME));
            }
        });
        return executable;
    }

    private static Map<String, byte[]> bytes(Map<String, String> files) {
        Map<String, byte[]> entries = new TreeMap<>();
        files.forEach((name, text) -> {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                entries.put(name.substring(0, slash + 1), new byte[0]);
            }
            entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        });
        return entries;
    }

    private static Map<String, byte[]> entries(Path folder) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> !file.equals(folder)).toList()) {
                String name = folder.relativize(file).toString();
                entries.put(
                        Files.isDirectory(file) ? name + "/" : name,
                        Files.isDirectory(file) ? new byte[0] : Files.readAllBytes(file));
            }
        }
        return entries;
    }

    private static Path jar(Path file, Map<String, byte[]> entries) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return file;
    }
}
