package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launchers' own options for Java give way to the user's. */
class LauncherTest {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

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

    /** Variables that have a value, and whether they say ASCII. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "LC_ALL=C, true",
        "LC_ALL=POSIX LANG=C.UTF-8, true",
        "LC_CTYPE=C LANG=C.UTF-8, true",
        "LANG=C, true",
        "LANG=C.UTF-8, false",
        "LC_CTYPE=C.UTF-8 LANG=C, false",
        "LC_ALL=C.UTF-8 LC_CTYPE=C LANG=C, false"
    })
    void readsNamesAsUtf8WithoutALocale(String variables, boolean ascii) throws Exception {
        environment.putAll(Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
        Matcher variable = Pattern.compile("(\\w+)=(\\S+)").matcher(variables);
        while (variable.find()) {
            environment.put(variable.group(1), variable.group(2));
        }
        for (Path launcher : List.of(fromACheckout(), fromAnArchive())) {
            assertThat(run(launcher, "-XshowSettings:properties"))
                    .contains("sun.jnu.encoding = UTF-8", "limbeck.terminal = " + (ascii ? ",ascii\n" : "\n"));
        }
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
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
