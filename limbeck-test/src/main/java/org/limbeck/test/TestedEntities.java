package org.limbeck.test;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.desired.Entities;
import org.limbeck.desired.EntityDdl;
import org.limbeck.jpa.EntityReader;
import org.limbeck.jpa.EntitySource;
import org.limbeck.jpa.EntityStatements;
import org.limbeck.setting.Settings;

/** The entities on the class path of the tests, without those that only tests have. */
record TestedEntities(Settings settings) implements Entities {

    /** How the folders of Maven, Gradle and IntelliJ IDEA for classes of tests are called. */
    private static final Set<String> OF_TESTS = Set.of("test-classes", "test");

    @Override
    public EntityDdl read(int serverMajor) {
        List<Path> classPath = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(Predicate.not(String::isEmpty))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(entry -> !OF_TESTS.contains(String.valueOf(entry.getFileName())))
                .toList();
        EntityStatements read = EntityReader.read(new EntitySource(
                List.of(),
                classPath.stream().filter(Files::isDirectory).toList(),
                classPath.stream().filter(Files::isRegularFile).toList(),
                Map.of(),
                List.of(),
                settings.stateDirectory().resolve("entities"),
                serverMajor));
        return new EntityDdl(
                read.statements().stream().map(DdlStatement::of).toList(),
                read.views().stream().map(DdlStatement::of).toList(),
                Set.copyOf(read.unmanagedTables()));
    }
}
