package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.sql.ScriptStatement;
import org.limbeck.sql.SqlScript;

/** The entities of the ads-analytics backend say what its specification says, names included. */
class BackendTest {

    private static final Path SOURCES = Path.of("..", "backend", "src", "main", "java");
    private static final Path SPECIFICATION = Path.of(
            "..",
            "limbeck-database-tests",
            "src",
            "test",
            "resources",
            "org",
            "limbeck",
            "database",
            "ads-analytics.sql");

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void theSchemaIsTheSpecifiedOne(int major) throws IOException {
        Database mapped = Database.on(major);
        mapped.execute(EntityReader.read(backend(major)).statements());
        Database specified = Database.on(major);
        specified.execute(SqlScript.statements("ads-analytics.sql", Files.readString(SPECIFICATION)).stream()
                .map(ScriptStatement::text)
                .toList());

        assertThat(mapped.structure()).isEqualTo(specified.structure()).hasSizeGreaterThan(90 + 6 + 14 + 15);
    }

    /** From its sources, since its classes may not be there when this module is built. */
    private EntitySource backend(int major) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        return new EntitySource(List.of(SOURCES), List.of(), classPath, Map.of(), List.of(), cache, major);
    }
}
