package org.limbeck.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate is asked once for each state of the application. */
class CacheTest {

    @TempDir
    Path folder;

    private Sketch app;

    @BeforeEach
    void readOnce() {
        app = new Sketch(folder).entity("Item", "String name;").compile();
        app.read();
        mark();
    }

    @Test
    void nothingChanged() {
        assertThat(app.read().hibernateVersion()).isEqualTo("marked");
    }

    @Test
    void compilingTheSameAgainChangesNothing() {
        app.compile();

        assertThat(app.read().hibernateVersion()).isEqualTo("marked");
    }

    @Test
    void anAnnotationChanged() {
        app.entity("Item", "@Column(unique = true) String name;");

        assertThat(app.table("Item")).contains("unique");
        mark();
        assertThat(app.read().hibernateVersion()).as("not compiled again").isEqualTo("marked");
    }

    @Test
    void aSettingChanged() {
        app.resource("hibernate.properties", "hibernate.default_schema = stock");

        assertThat(app.read().statements()).contains("create schema stock");
    }

    @Test
    void theServerChanged() {
        assertThat(app.read(Map.of(), 14).hibernateVersion()).isNotEqualTo("marked");
    }

    @Test
    void aLibraryChanged() {
        app.library(Hibernates.OLDEST.jars().get(0));

        assertThat(app.read().hibernateVersion()).isNotEqualTo("marked");
    }

    @Test
    void aMappingFileChanged() {
        app.resource("META-INF/orm.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                  <package>app</package>
                  <entity class="Item" access="FIELD"><table name="wares"/></entity>
                </entity-mappings>
                """);
        assertThat(app.table("wares")).isNotEmpty();
        mark();

        app.resource("META-INF/orm.xml", """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                  <package>app</package>
                  <entity class="Item" access="FIELD"><table name="goods"/></entity>
                </entity-mappings>
                """);
        assertThat(app.table("goods")).isNotEmpty();
    }

    @Test
    void aDamagedFileIsReplaced() {
        files().forEach(file -> write(file, "half of"));

        assertThat(app.table("Item")).isNotEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void oldOnesAreDeleted() {
        for (int i = 0; i < 25; i++) {
            write(app.file("cache/" + i + ".statements"), "");
        }
        app.entity("Another", "");
        app.read();

        assertThat(files()).hasSize(20);
    }

    /** Makes the kept answer one that Hibernate wouldn't give. */
    private void mark() {
        for (Path file : files()) {
            String text = read(file);
            write(file, "marked" + text.substring(text.indexOf('\u001D')));
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(app.file("cache"))) {
            return files.filter(file -> file.toString().endsWith(".statements")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
