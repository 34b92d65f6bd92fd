package org.limbeck.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for people has the rows that are tested: no more, no fewer. */
class MatrixPageTest {

    private static final String ABOVE_ROWS = "|---|---|---|";

    @Test
    void itsRowsAreTheCases() throws IOException {
        List<String> rows = Files.readString(page())
                .lines()
                .dropWhile(line -> !line.equals(ABOVE_ROWS))
                .skip(1)
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(
                        MatrixCases.all().stream().map(MatrixCase::name).toList());
    }

    private static Path page() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("docs/matrix.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/matrix.md");
    }
}
