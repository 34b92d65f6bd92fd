package org.limbeck.jpa.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Maven knows the class path of its projects; of others the user is asked. */
// Maven may not fill one local repository from two processes.
@Execution(ExecutionMode.SAME_THREAD)
class ProjectClassPathTest {

    private static final String PARENT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>shop</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
              <modules><module>model</module><module>web</module></modules>
              <properties><maven.compiler.release>17</maven.compiler.release></properties>
              <build><pluginManagement><plugins>
                <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                <plugin><artifactId>maven-resources-plugin</artifactId><version>3.4.0</version></plugin>
                <plugin><artifactId>maven-dependency-plugin</artifactId><version>3.9.0</version></plugin>
              </plugins></pluginManagement></build>
            </project>
            """;
    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent><groupId>shop</groupId><artifactId>parent</artifactId><version>1</version></parent>
              <artifactId>%s</artifactId>
              <dependencies>%s</dependencies>
            </project>
            """;
    private static final String MODEL =
            "<dependency><groupId>shop</groupId><artifactId>model</artifactId><version>1</version></dependency>";
    private static final String MISSING =
            "<dependency><groupId>shop</groupId><artifactId>gone</artifactId><version>1</version></dependency>";

    @TempDir
    Path folder;

    @Test
    void aModuleUsesTheClassesOfTheOthers() throws IOException {
        build(MODEL);

        ProjectClassPath project = ProjectClassPath.of(folder.resolve("web"), folder.resolve("cache"), note -> {});

        assertThat(project.sourceFolders()).containsExactly(folder.resolve("web/src/main/java"));
        assertThat(project.outputFolders()).containsExactly(folder.resolve("web/target/classes"));
        assertThat(project.classPath()).containsExactly(folder.resolve("model/target/classes"));
    }

    @Test
    void mavenIsAskedAgainWhenAPomChanged() throws IOException {
        build(MODEL);
        Path cache = folder.resolve("cache");
        List<String> notes = new ArrayList<>();
        ProjectClassPath first = ProjectClassPath.of(folder.resolve("web"), cache, notes::add);
        write("model/src/main/java/shop/Broken.java", "no Java");

        assertThat(ProjectClassPath.of(folder.resolve("web"), cache, notes::add))
                .isEqualTo(first);
        assertThat(notes)
                .containsExactly("asking Maven for the class path of " + folder.resolve("web")
                        + " (once, and when a pom.xml changes)");

        write("pom.xml", PARENT.replace("<properties>", "<properties><changed>yes</changed>"));
        assertThat(problem("web").code()).isEqualTo(ProblemCode.CLASS_PATH_UNKNOWN);
    }

    @Test
    void whatMavenSaysIsShown() throws IOException {
        build(MISSING);

        Problem problem = problem("web");

        assertThat(problem.sentence()).isEqualTo("Maven could not tell the class path of " + folder.resolve("web"));
        assertThat(problem.evidence()).anyMatch(line -> line.contains("shop:gone:jar:1"));
        assertThat(problem.hints()).anyMatch(hint -> hint.command().startsWith("class-path = "));
    }

    @Test
    void gradleAndOthersAreToldWhatToSet() throws IOException {
        write("gradle/build.gradle", "");
        write("other/Makefile", "");

        assertThat(problem("gradle").sentence()).contains("Gradle");
        assertThat(problem("other").sentence()).contains("no pom.xml");
        assertThat(problem("other").hints()).anyMatch(hint -> hint.command().startsWith("class-path = "));
    }

    private Problem problem(String module) {
        return catchThrowableOfType(
                        LimbeckException.class,
                        () -> ProjectClassPath.of(folder.resolve(module), folder.resolve("cache"), note -> {}))
                .problem();
    }

    private void build(String dependenciesOfWeb) throws IOException {
        write("pom.xml", PARENT);
        write("model/pom.xml", MODULE.formatted("model", ""));
        write("model/src/main/java/shop/Item.java", "package shop; public class Item {}");
        write("web/pom.xml", MODULE.formatted("web", dependenciesOfWeb));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
