package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is one executable jar has its migrations in jars within it. */
class PackagedTest {

    @TempDir
    Path folder;

    private final Database database = Database.create();

    @Test
    void findsMigrationsInTheApplicationAndInALibrary() throws Exception {
        Path jar = ExecutableJar.pack(folder, Map.of("db/migration/0003_add_coupons.sql", """
                -- revision: 0003
                -- revises:  0002
                -- message:  add coupons

                -- upgrade
                CREATE TABLE coupons (code text PRIMARY KEY);

                -- downgrade
                DROP TABLE coupons;
                """));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--limbeck.check-on-startup=warn",
                "--spring.main.web-application-type=none"));
        command.addAll(database.arguments());
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LIMBECK_HISTORY_TABLE", "packaged_history");
        Process process = builder.start();
        assertThat(process.waitFor())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
        assertThat(database.versions()).containsExactly("0003");
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains("org.limbeck", "upgrade from base to 0003, 3 revisions", "upgrade 3/3: 0003 add coupons")
                .contains("differs from the entities", "- drop table coupons");
        assertThat(database.rows("SELECT revision FROM packaged_history ORDER BY id"))
                .containsExactly("0001", "0002", "0003");
        assertThat(folder.resolve(".limbeck")).doesNotExist();
    }
}
