package org.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers for tests. */
class TemporaryServerTest {

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyMajorVersionRuns(int major) {
        Path data;
        try (TemporaryServer server = EmbeddedPostgres.temporary(major)) {
            data = server.server().dataFolder();
            DatabaseAccess first = server.createDatabase();
            DatabaseAccess second = server.createDatabase();

            assertThat(server.version()).startsWith(major + ".");
            assertThat(first).isNotEqualTo(second);
            assertThat(Support.query(first, "SHOW server_version")).isEqualTo(server.version());
            assertThat(Support.query(second, "SHOW fsync")).isEqualTo("off");
        }
        assertThat(data.getParent()).doesNotExist();
    }

    @Test
    void endsWithTheProcessThatStartedItEvenIfThatIsKilled() throws Exception {
        Process program = Support.program("temporary");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String[] line = reader.readLine().split(" ", -1);
            long pid = Long.parseLong(line[1]);
            Path data = Path.of(line[2]);
            assertThat(Postmaster.runs(pid, data)).isTrue();

            program.destroyForcibly().waitFor();
            assertThat(Pause.until(() -> !Postmaster.runs(pid, data), Duration.ofSeconds(5)))
                    .isTrue();

            try (TemporaryServer next = EmbeddedPostgres.temporary()) {
                assertThat(next.server().pid()).isNotEqualTo(pid);
                assertThat(data).describedAs("what a killed process left").doesNotExist();
            }
        }
    }
}
