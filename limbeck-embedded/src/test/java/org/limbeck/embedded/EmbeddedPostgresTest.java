package org.limbeck.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.ProblemCode;

/** The life of a project's server. */
class EmbeddedPostgresTest {

    @TempDir
    private Path project;

    private Path home;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void choose() {
        home = project.resolve(".limbeck");
        postgres = Support.server(home);
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void startsOnceAndIsFoundAgain() {
        List<String> lines = new ArrayList<>();
        RunningServer first = postgres.withListener(lines::add).ensureRunning();
        int linesOfStart = lines.size();
        RunningServer second = postgres.withListener(lines::add).ensureRunning();

        assertThat(first.startedNow()).isTrue();
        assertThat(first.version()).startsWith("18.");
        assertThat(lines).anyMatch(line -> line.startsWith("starting PostgreSQL 18."));
        assertThat(second.startedNow()).isFalse();
        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(second.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + first.port() + "/limbeck");
        assertThat(lines).hasSize(linesOfStart);
    }

    @Test
    void keepsDataAndPortOverARestart() {
        RunningServer first = postgres.ensureRunning();
        Support.query(first.access(), "CREATE TABLE kept AS SELECT 7 AS number");

        assertThat(postgres.stop()).isTrue();
        assertThat(postgres.status()).isEmpty();
        assertThat(postgres.stop()).isFalse();

        RunningServer second = postgres.ensureRunning();
        assertThat(second.startedNow()).isTrue();
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(Support.query(second.access(), "SELECT number FROM kept")).isEqualTo("7");
    }

    @Test
    void isSetUpForDevelopment() {
        DatabaseAccess access = postgres.ensureRunning().access();

        assertThat(Support.query(access, "SHOW fsync")).isEqualTo("on");
        assertThat(Support.query(access, "SHOW synchronous_commit")).isEqualTo("off");
        assertThat(Support.query(access, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(Support.query(access, "SHOW TimeZone")).isNotEmpty();
        assertThat(Support.query(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Support.query(access, "SHOW unix_socket_directories")).isEmpty();
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException {
        RunningServer server = postgres.ensureRunning();

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "postgres", "guessed"))
                .hasMessageContaining("password authentication failed");
        assertThat(server.toString()).doesNotContain(server.access().password());
        assertThat(Files.getPosixFilePermissions(home.resolve("postgresql-18/password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(home.resolve("postgresql-18/.gitignore")).hasContent("*");
    }

    @Test
    void createsEveryDatabaseThatIsAskedFor() {
        postgres.ensureRunning();
        RunningServer server = postgres.withDatabase("an odd \"name\"").ensureRunning();

        assertThat(server.startedNow()).isFalse();
        assertThat(Support.query(server.access(), "SELECT current_database()")).isEqualTo("an odd \"name\"");
    }

    @Test
    void takesAnotherPortWhereItsOwnIsTaken() throws IOException {
        RunningServer first = postgres.ensureRunning();
        postgres.stop();
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), first.port()));
            RunningServer second = postgres.ensureRunning();
            assertThat(second.port()).isNotEqualTo(first.port());
        }
    }

    @Test
    void resetDeletesTheData() {
        RunningServer first = postgres.ensureRunning();
        Support.query(first.access(), "CREATE TABLE gone ()");

        assertThat(postgres.reset()).isTrue();
        assertThat(first.dataFolder()).doesNotExist();
        assertThat(postgres.reset()).isFalse();

        RunningServer second = postgres.ensureRunning();
        assertThat(Support.query(second.access(), "SELECT count(*) FROM pg_tables WHERE tablename = 'gone'"))
                .isEqualTo("0");
    }

    @Test
    void touchesNoFolderThatItDidNotMake() throws IOException {
        Path foreign = Files.createDirectories(home.resolve("postgresql-18"));
        Files.writeString(foreign.resolve("thesis.txt"), "ten years of work");

        assertThatThrownBy(postgres::reset).hasMessageContaining("holds files that are not an embedded server's");
        assertThatThrownBy(postgres::ensureRunning).hasMessageStartingWith("L070");
        assertThat(foreign.resolve("thesis.txt")).hasContent("ten years of work");
    }

    @Test
    void dataKeepToTheirMajorVersion() throws IOException {
        postgres.withMajor(17).ensureRunning();
        postgres.withMajor(17).stop();

        assertThat(postgres.ensureRunning().version())
                .describedAs("nobody asked for a version, so the data decide")
                .startsWith("17.");
        postgres.stop();

        Files.move(home.resolve("postgresql-17"), home.resolve("postgresql-18"));
        List<String> lines = new ArrayList<>();
        RunningServer server = postgres.withMajor(18).withListener(lines::add).ensureRunning();
        assertThat(server.version()).startsWith("17.");
        assertThat(lines).anyMatch(line -> line.contains("are of PostgreSQL 17, not 18"));
    }

    @Test
    void saysWhichProgramsAreMissing() {
        assertThatThrownBy(() -> postgres.withMajor(13).ensureRunning())
                .hasMessageContaining("no programs of PostgreSQL 13 are on the class path");
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws IOException {
        Files.writeString(home, "a file in the way");

        assertThatThrownBy(postgres::ensureRunning).isInstanceOfSatisfying(LimbeckException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo(ProblemCode.EMBEDDED_SERVER);
            assertThat(failure.problem().evidence()).isNotEmpty();
        });
    }

    @Test
    void showsTheServersOwnWordsWhereItDoesNotStart() throws IOException {
        Path data = postgres.ensureRunning().dataFolder();
        postgres.stop();
        Files.writeString(data.resolve("postgresql.conf"), "max_connections = lots\n");

        assertThatThrownBy(postgres::ensureRunning)
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        failure -> assertThat(failure.problem().evidence())
                                .anyMatch(line -> line.contains("max_connections")));
    }

    @Test
    void runsBelowAFolderThatOnlyItsOwnerMayEnter() throws IOException {
        FileTree.permit(project, "rwx------");

        assertThat(postgres.ensureRunning().startedNow()).isTrue();
    }

    @Test
    void answersOnOneAddressOnly() throws IOException {
        RunningServer server = postgres.ensureRunning();
        InetAddress another = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        InetSocketAddress address = new InetSocketAddress(another, server.port());
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(address, 1000)).isInstanceOf(IOException.class);
        }
    }
}
