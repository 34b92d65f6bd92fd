package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specifies what somebody sees who builds {@code examples/maven}, a project that knows nothing of this build. */
@Tag("packaged")
class ExampleTest {

    @TempDir
    Path folder;

    private MavenRun maven;
    private Path project;

    @BeforeEach
    void copy() throws IOException {
        Path example = Path.of(System.getProperty("example.folder"));
        project = folder.resolve("project");
        try (Stream<Path> files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = example.relativize(file).toString();
                if (!name.startsWith("target") && !name.startsWith(".limbeck")) {
                    Path copy = project.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        Path plugin = Path.of(System.getProperty("plugin.jar"));
        maven = new MavenRun(
                new LocalRepository(plugin.resolveSibling("example-repository"), System.getProperty("plugin.version"))
                        .linkedTo(Path.of(System.getProperty("maven.repository")))
                        .withClassPath(example.resolve("../../pom.xml"))
                        .install(plugin)
                        .folder());
    }

    @Test
    void aChangedEntityFailsTheBuildUntilThereIsARevision() throws IOException {
        MavenRun.Result untouched = maven.run(project, "verify");
        assertThat(untouched.output())
                .contains("compared the revisions with the entities: nothing differs")
                .contains("nothing found")
                .contains("1 revision on PostgreSQL 18: 1 reversible")
                .contains("BUILD SUCCESS");

        Path book = project.resolve("src/main/java/library/Book.java");
        Files.writeString(
                book,
                Files.readString(book).replace("String title;", "String title;\n\n    @Column\n    Integer pages;"));
        MavenRun.Result changed = maven.run(project, "verify");
        assertThat(changed.exit()).isNotZero();
        assertThat(changed.output())
                .contains("[ERROR]   + add column book.pages")
                .contains("[ERROR] to write the migration that makes it so:   mvn limbeck:revision"
                        + " -Dlimbeck.autogenerate -Dlimbeck.from-revisions -Dlimbeck.message=\"...\"")
                .contains("BUILD FAILURE");

        MavenRun.Result written = maven.run(
                project,
                "limbeck:revision",
                "-Dlimbeck.autogenerate",
                "-Dlimbeck.message=count pages",
                "-Dlimbeck.id=0002");
        assertThat(written.output())
                .contains("+ add column book.pages")
                .contains("src/main/java/db/migration/M0002_CountPages.java")
                .contains("mvn limbeck:upgrade")
                .contains("BUILD SUCCESS");

        MavenRun.Result again = maven.run(project, "verify");
        assertThat(again.output())
                .contains("2 revisions on PostgreSQL 18: 2 reversible")
                .contains("BUILD SUCCESS");
    }

    @Test
    void goalsWorkOnTheEmbeddedDatabaseWhereNoneIsConfigured() {
        try {
            MavenRun.Result upgraded = maven.run(project, "limbeck:upgrade");
            assertThat(upgraded.output())
                    .contains("[INFO] upgrading limbeck@embedded from base to 0001")
                    .contains("[INFO] limbeck@embedded is at 0001 (head)");

            MavenRun.Result current = maven.run(project, "-q", "limbeck:current");
            assertThat(current.output())
                    .contains("0001  create authors and books   head, base")
                    .doesNotContain("[INFO]");

            MavenRun.Result unknown = maven.run(project, "limbeck:downgrade", "-Dlimbeck.target=nine");
            assertThat(unknown.exit()).isNotZero();
            assertThat(unknown.output()).contains("[ERROR] error[L").contains("mvn limbeck:history");

            assertThat(maven.run(project, "limbeck:check", "-Dlimbeck.skip").output())
                    .contains("[INFO] skipped");
        } finally {
            maven.run(project, "limbeck:database", "-Dlimbeck.action=stop");
        }
    }
}
