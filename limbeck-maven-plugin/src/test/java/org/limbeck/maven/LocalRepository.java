package org.limbeck.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A local repository in which the artifacts of this build are installed, and all others are those of the user's repository. So
 * nothing is downloaded twice, and nothing of this build gets to the user.
 */
final class LocalRepository {

    private static final String GROUP = "limbeck";
    private static final String POMS = "META-INF/maven/org.limbeck/";

    private final Path folder;
    private final String version;

    LocalRepository(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    Path folder() {
        return folder;
    }

    /** Makes what there is in another one visible here, but for what is ours. */
    LocalRepository linkedTo(Path other) throws IOException {
        Files.createDirectories(folder.resolve("org"));
        link(other, folder, "org");
        link(other.resolve("org"), folder.resolve("org"), GROUP);
        return this;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                String name = child.getFileName().toString();
                boolean linked = Files.exists(to.resolve(name), LinkOption.NOFOLLOW_LINKS);
                if (!name.equals(except) && !linked) {
                    Files.createSymbolicLink(to.resolve(name), child);
                }
            }
        }
    }

    /** Installs the modules on the class path of this test, with the pom that all of them inherit from. */
    LocalRepository withClassPath(Path parentPom) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar")) {
                install(Path.of(entry));
            }
        }
        Files.copy(parentPom, target("limbeck-parent", "pom"), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    /** Installs a jar, if it is one of ours. */
    LocalRepository install(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> poms = zip.stream()
                    .filter(entry ->
                            entry.getName().startsWith(POMS) && entry.getName().endsWith("/pom.xml"))
                    .toList();
            for (ZipEntry pom : poms) {
                String artifact =
                        pom.getName().substring(POMS.length(), pom.getName().lastIndexOf('/'));
                Files.copy(zip.getInputStream(pom), target(artifact, "pom"), StandardCopyOption.REPLACE_EXISTING);
                Files.copy(jar, target(artifact, "jar"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return this;
    }

    private Path target(String artifact, String extension) throws IOException {
        Path place = folder.resolve("org").resolve(GROUP).resolve(artifact).resolve(version);
        Files.createDirectories(place);
        return place.resolve(artifact + "-" + version + "." + extension);
    }
}
