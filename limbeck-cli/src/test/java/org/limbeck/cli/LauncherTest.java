package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launchers' own options for Java give way to the user's. */
class LauncherTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx64m",
                "-XX:TieredStopAtLevel=4",
                "-XX:-TieredCompilation",
                "-XX:CICompilerCount=4",
                "-XX:+UseParallelGC"
            })
    void startsJavaWithWhateverTheUserSays(String option) throws Exception {
        assertThat(run(fromACheckout(), option)).contains("Runtime Environment").doesNotContain("Error");
        assertThat(run(fromAnArchive(), option)).contains("Runtime Environment").doesNotContain("Error");
    }

    /** A checkout that is built, though of nothing. */
    private Path fromACheckout() throws IOException {
        Path root = Files.createDirectories(folder.toRealPath().resolve("checkout"));
        Files.createDirectories(root.resolve("limbeck-cli/target/launcher/build"));
        Path launcher = Files.copy(CHECKOUT.resolve("limbeck"), root.resolve("limbeck"));
        Files.writeString(
                root.resolve("limbeck-cli/target/launcher/state"), root + "\nlimbeck\nbuild\nlimbeck-cli.jar\n");
        return launcher;
    }

    private Path fromAnArchive() throws IOException {
        String text = Files.readString(CHECKOUT.resolve("limbeck-cli/src/distribution/bin/limbeck"));
        Path launcher = Files.createDirectories(folder.resolve("archive/bin")).resolve("limbeck");
        return Files.writeString(
                launcher, text.replace("${project.version}", "1").replace("${project.build.finalName}", "limbeck-cli"));
    }

    private String run(Path launcher, String option) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", folder.toString());
        builder.environment().put("LIMBECK_JAVA_OPTIONS", option + " -version");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
