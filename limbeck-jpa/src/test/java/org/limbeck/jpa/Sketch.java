package org.limbeck.jpa;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A small application in a folder, in Maven's layout, that tests write and compile. */
final class Sketch {

    private final Path folder;
    private final List<Path> libraries;

    Sketch(Path folder) {
        this(folder, Hibernates.NEWEST);
    }

    Sketch(Path folder, Hibernates hibernate) {
        this(folder, hibernate.jars());
    }

    Sketch(Path folder, List<Path> libraries) {
        this.folder = folder;
        this.libraries = new ArrayList<>(libraries);
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Sketch write(String name, String text) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes a class of the package {@code app}. */
    Sketch java(String name, String text) {
        return write(
                "src/main/java/app/" + name + ".java",
                "package app;\nimport jakarta.persistence.*;\nimport java.util.*;\n" + text);
    }

    /** Writes an entity whose key is {@code id}. */
    Sketch entity(String name, String members) {
        return java(name, "@Entity public class " + name + " { @Id long id; " + members + " }\n");
    }

    /** A resource beside the sources. */
    Sketch resource(String name, String text) {
        return write("src/main/resources/" + name, text);
    }

    Sketch library(Path jar) {
        libraries.add(jar);
        return this;
    }

    /** Compiles all sources, as the build would; they are older than their classes then. */
    Sketch compile() {
        try (Stream<Path> files = Files.walk(sources())) {
            List<String> sources =
                    files.filter(Files::isRegularFile).map(Path::toString).toList();
            Files.createDirectories(classes());
            age(sources(), 60);
            List<String> arguments =
                    new ArrayList<>(List.of("-proc:none", "-g", "-d", classes().toString(), "-cp"));
            arguments.add(libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            arguments.addAll(sources);
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            if (ToolProvider.getSystemJavaCompiler().run(null, errors, errors, arguments.toArray(String[]::new)) != 0) {
                throw new AssertionError(errors.toString(StandardCharsets.UTF_8));
            }
            age(classes(), 30);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What tests do at once has one time for all otherwise. */
    private static void age(Path folder, int seconds) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
            }
        }
    }

    /** What is read of it. */
    EntityStatements read() {
        return read(Map.of(), 18);
    }

    EntityStatements read(Map<String, String> properties, int serverMajor) {
        return read(properties, serverMajor, List.of());
    }

    EntityStatements read(Map<String, String> properties, int serverMajor, List<Path> bundledHibernate) {
        return EntityReader.read(new EntitySource(
                List.of(sources()),
                List.of(classes()),
                libraries,
                properties,
                bundledHibernate,
                file("cache"),
                serverMajor));
    }

    /** The statement that creates a table. */
    String table(String name) {
        return read().statements().stream()
                .filter(statement -> statement.startsWith("create table " + name + " "))
                .collect(Collectors.joining("\n"));
    }
}
