package org.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was killed or lost, the next call repairs. */
class RepairTest {

    @TempDir
    private Path project;

    private Path home;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void choose() throws IOException {
        // Where this runs as root, the server then runs as a real other user.
        FileTree.permit(project, "rwxr-xr-x");
        home = project.resolve(".limbeck");
        postgres = Support.server(home);
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void aKilledServerRecovers() throws Exception {
        RunningServer first = postgres.ensureRunning();
        Support.query(first.access(), "CREATE TABLE kept AS SELECT 7 AS number");
        Support.query(first.access(), "CHECKPOINT");
        Support.killHard(first.pid());

        RunningServer second = postgres.ensureRunning();
        assertThat(second.startedNow()).isTrue();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(Support.query(second.access(), "SELECT number FROM kept")).isEqualTo("7");
    }

    @Test
    void aProcessNumberThatWentToAnotherProcessDoesNotMatter() throws Exception {
        RunningServer first = postgres.ensureRunning();
        String pidFile = Files.readString(Postmaster.pidFile(first.dataFolder()));
        postgres.stop();
        Account account = accountOf(first.dataFolder());
        Process other = new ProcessBuilder(account.command(List.of("sleep", "60"))).start();
        try {
            String reused = pidFile.replaceFirst("^\\d+", Long.toString(other.pid()));
            Files.writeString(Postmaster.pidFile(first.dataFolder()), reused);
            account.give(Postmaster.pidFile(first.dataFolder()));

            assertThat(postgres.status()).isEmpty();
            assertThat(postgres.ensureRunning().startedNow()).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void aServerWhoseDataWereDeletedIsReplaced() throws Exception {
        RunningServer first = postgres.ensureRunning();
        FileTree.delete(first.dataFolder());

        RunningServer second = postgres.ensureRunning();
        assertThat(second.startedNow()).isTrue();
        assertThat(Postmaster.runs(first.pid(), first.dataFolder())).isFalse();
        assertThat(second.port()).isEqualTo(first.port());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostPasswordIsRenewed(boolean running) throws IOException {
        RunningServer first = postgres.ensureRunning();
        Support.query(first.access(), "CREATE TABLE kept AS SELECT 7 AS number");
        if (!running) {
            postgres.stop();
        }
        Files.delete(home.resolve("postgresql-18/password"));

        RunningServer second = postgres.ensureRunning();
        assertThat(second.access().password()).isNotEqualTo(first.access().password());
        assertThat(Support.query(second.access(), "SELECT number FROM kept")).isEqualTo("7");
    }

    @Test
    void damagedAndHalfUnpackedProgramsAreUnpackedAgain() throws IOException {
        Path cache = project.resolve("cache");
        EmbeddedPostgres own = postgres.withCache(cache);
        own.ensureRunning();
        own.stop();
        Path installed = onlyInstallation(cache);
        Files.delete(installed.resolve("bin/initdb"));
        Path leftover = Files.createDirectories(cache.resolve(".unpacking-123/bin"));

        own.ensureRunning();
        assertThat(installed.resolve("bin/initdb")).exists();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void twoProcessesShareOneServer() throws Exception {
        Path cache = project.resolve("cache");
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(Support.up(home, cache));
        }
        List<String> outputs = new ArrayList<>();
        for (Process program : programs) {
            outputs.add(Support.output(program));
        }
        assertThat(outputs).allMatch(output -> output.contains("RunningServer["));
        assertThat(outputs.stream().filter(output -> output.contains("startedNow=true")))
                .hasSize(1);
        assertThat(outputs.stream().filter(output -> output.contains("unpacking")))
                .hasSize(1);
        assertThat(outputs.stream().map(RepairTest::pid).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 700, 1500, 2500, 2900, 3200, 3500, 3900})
    void aProcessKilledAtAnyMomentLeavesNothingThatStaysBroken(int millis) throws Exception {
        Path cache = project.resolve("cache");
        Process program = Support.up(home, cache);
        program.waitFor(millis, TimeUnit.MILLISECONDS);
        program.destroyForcibly().waitFor();

        RunningServer server = postgres.withCache(cache).ensureRunning();
        assertThat(Support.query(server.access(), "SELECT current_database()")).isEqualTo("limbeck");
        try (var entries = Files.list(home.resolve("postgresql-18"))) {
            assertThat(entries)
                    .noneMatch(entry -> entry.getFileName().toString().startsWith("data.new"));
        }
    }

    private Account accountOf(Path data) throws IOException {
        for (Account account : Account.candidates(project)) {
            if (account.owns(data)) {
                return account;
            }
        }
        throw new AssertionError("nobody owns " + data);
    }

    private static String pid(String output) {
        return output.replaceAll("(?s).*pid=(\\d+).*", "$1");
    }

    private static Path onlyInstallation(Path cache) throws IOException {
        try (var entries = Files.newDirectoryStream(cache, "postgresql-*")) {
            return entries.iterator().next();
        }
    }
}
