package org.limbeck.jpa.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A project of Maven's, and the build that it belongs to.
 *
 * @param folder where its pom.xml is
 * @param root the folder of the outermost pom.xml that lists it as a module, directly or through others; the project's
 *     own folder if none does
 */
record MavenProject(Path folder, Path root) {

    private static final String POM = "pom.xml";
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern MODULE = Pattern.compile("<(?:module|subproject)>\\s*([^<]+?)\\s*</");

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(POM));
    }

    static MavenProject of(Path projectFolder) {
        Path folder = projectFolder.toAbsolutePath().normalize();
        Path root = folder;
        for (Path parent = folder.getParent(); parent != null && exists(parent); parent = parent.getParent()) {
            if (modules(parent).contains(root)) {
                root = parent;
            }
        }
        return new MavenProject(folder, root);
    }

    boolean isModule() {
        return !folder.equals(root);
    }

    /** How Maven is told which module is meant. */
    String moduleName() {
        return root.relativize(folder).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    /** A hash over the poms of the whole build: what a module depends on may stand in any of them. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(folder.toString().getBytes(StandardCharsets.UTF_8));
            Set<Path> seen = new LinkedHashSet<>();
            collect(root, seen);
            collect(folder, seen);
            for (Path pom : seen) {
                digest.update(Files.readAllBytes(pom));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void collect(Path folder, Set<Path> poms) {
        if (exists(folder) && poms.add(folder.resolve(POM))) {
            modules(folder).forEach(module -> collect(module, poms));
        }
    }

    private static List<Path> modules(Path folder) {
        List<Path> modules = new ArrayList<>();
        try {
            String pom = COMMENT.matcher(Files.readString(folder.resolve(POM))).replaceAll("");
            Matcher module = MODULE.matcher(pom);
            while (module.find()) {
                Path path = folder.resolve(module.group(1)).normalize();
                modules.add(Files.isRegularFile(path) ? path.resolveSibling("") : path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }
}
