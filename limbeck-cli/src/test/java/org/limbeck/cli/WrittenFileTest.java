package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;

/** What is written takes the place of a file's text and of nothing else. */
final class WrittenFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAndNothingIsLeftBesideIt() throws IOException {
        Path file = Files.writeString(folder.resolve("schema.sql"), "what was there before");

        WrittenFile.replace(file, "new");

        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
        Path file =
                Files.writeString(Files.createDirectory(folder.resolve("of")).resolve("schema.sql"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("schema.sql"), Path.of("of", "schema.sql"));

        WrittenFile.replace(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(Files.isSymbolicLink(file)).isFalse();
        assertThat(file).hasContent("new");
    }

    @Test
    void aSymbolicLinkToNothingStaysAndItsTargetIsMade() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("schema.sql"), Path.of("later.sql"));

        WrittenFile.replace(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later.sql")).hasContent("new");
    }

    @Test
    void whatReadsFromAPipeGetsTheText() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        try {
            WrittenFile.replace(pipe, "new");

            assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther())
                    .isTrue();
            assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("new");
        } finally {
            reader.destroy();
        }
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("schema"));

        assertThatThrownBy(() -> WrittenFile.replace(empty, "new"))
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        thrown -> assertThat(thrown.problem().sentence()).isEqualTo(empty + " could not be written"));
        assertThat(empty).isDirectory();
    }
}
