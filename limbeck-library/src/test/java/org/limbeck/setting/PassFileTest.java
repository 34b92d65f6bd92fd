package org.limbeck.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which line of a password file is the one. */
class PassFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h:5432:d:u:pw                  | pw",
                "*:*:*:*:pw                     | pw",
                "h:5433:d:u:no;h:*:d:u:pw       | pw",
                "h:*:d:u:first;h:*:d:u:second   | first",
                "#h:*:d:u:no;;h:*:d:u:pw        | pw",
                "h:*:d:u                        | ''",
                "H:*:d:u:pw                     | ''",
                "h:*:d:u:a\\:b\\\\c             | a:b\\c",
                "h:*:d:u:a:b                    | a",
                "\\h:*:d:u:pw                   | pw",
                "h:*:\\*:u:pw                   | ''",
                "other:*:*:*:pw                 | ''",
            })
    void findsTheFirstLineThatMatches(String lines, String password) {
        assertThat(PassFile.find(lines.replace(";", "\n"), List.of(new Host("h", 5432)), "d", "u"))
                .isEqualTo(password);
    }

    @Test
    void readsTheFileThatIsNamedOrTheOneAtHome() throws IOException {
        Path file = passFile("rw-------");
        assertThat(DatabaseUrlTest.server("postgresql://u@h/d", Map.of("HOME", folder.toString()))
                        .password())
                .isEqualTo("pw");
        assertThat(DatabaseUrlTest.server("postgresql://u@h/d", Map.of("PGPASSFILE", file.toString()))
                        .password())
                .isEqualTo("pw");
        assertThat(DatabaseUrlTest.server("postgresql://u@h/d?passfile=" + file, Map.of())
                        .password())
                .isEqualTo("pw");
        assertThat(DatabaseUrlTest.server("postgresql://u:x@h/d", Map.of("HOME", folder.toString()))
                        .password())
                .isEqualTo("x");
    }

    @Test
    void passesOverAFileThatOthersCanRead() throws IOException {
        passFile("rw-r-----");
        Database.Server server = DatabaseUrlTest.server("postgresql://u@h/d", Map.of("HOME", folder.toString()));
        assertThat(server.notes())
                .singleElement()
                .asString()
                .contains("can be read by others")
                .contains("chmod 0600");
        assertThat(server.properties()).containsEntry("password", "");
    }

    private Path passFile(String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(".pgpass"), "h:5432:d:u:pw\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
