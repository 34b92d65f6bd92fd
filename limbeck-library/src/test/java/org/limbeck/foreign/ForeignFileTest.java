package org.limbeck.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Files of other tools are read as strictly as our own. */
final class ForeignFileTest {

    @TempDir
    private Path folder;

    @Test
    void aWrongByteIsShownWithItsLine() throws IOException {
        Path file = folder.resolve("V1__a.sql");
        Files.write(file, "SELECT 1;\nSELECT 'é';\n".getBytes(StandardCharsets.ISO_8859_1));

        Problem problem = catchThrowableOfType(LimbeckException.class, () -> ForeignFile.text(file, "V1__a.sql"))
                .problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.FILE_ENCODING);
        assertThat(problem.place()).isEqualTo(new Place("V1__a.sql", 2));
        assertThat(problem.databaseState()).isEqualTo("Nothing was written.");
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        Path file = Files.writeString(folder.resolve("V1__a.sql"), "\uFEFFSELECT 1;");

        assertThat(ForeignFile.text(file, "V1__a.sql")).isEqualTo("SELECT 1;");
    }
}
