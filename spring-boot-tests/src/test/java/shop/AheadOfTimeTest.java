package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;

/** What Spring Boot prepares ahead of time has the migrations in it, and runs. */
class AheadOfTimeTest {

    @TempDir
    Path folder;

    private final Database database = Database.create();

    @Test
    void theApplicationRunsAsPreparedAheadOfTime() throws Exception {
        Path sources = folder.resolve("sources");
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of(
                ShopApplication.class.getName(),
                sources.toString(),
                classes.toString(),
                classes.toString(),
                "shop",
                "shop",
                "--spring.main.web-application-type=none"));
        arguments.addAll(database.arguments());
        SpringApplicationAotProcessor.main(arguments.toArray(String[]::new));

        assertThat(classes.resolve("META-INF/limbeck/db/migration.index"))
                .hasContent("0002_name_customers.sql\nM0001_CreateOrders.class");
        // How patterns are written differs: Spring 6 makes regular expressions of them.
        assertThat(hints(classes))
                .contains(
                        "db.migration.M0001_CreateOrders",
                        "db/migration/0002_name_customers.sql",
                        "org/limbeck/problem/",
                        "org.limbeck.execute.LentConnection");

        compile(sources, classes);
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.aot.enabled=true",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                ShopApplication.class.getName(),
                "--limbeck.check-on-startup=fail",
                "--spring.main.web-application-type=none"));
        command.addAll(database.arguments());
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isZero();
        assertThat(database.versions()).containsExactly("0002");
    }

    private static String hints(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("META-INF/native-image"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            // JSON may escape slashes.
            return text.toString().replace("\\/", "/");
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            arguments.addAll(files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .collect(Collectors.toList()));
        }
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
