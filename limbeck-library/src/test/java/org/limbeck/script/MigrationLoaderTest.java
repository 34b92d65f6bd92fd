package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.migration.Migration;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Specifies how Java migrations become objects. */
class MigrationLoaderTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path state;
    private ClassPath classPath = new ClassPath(List.of());
    private final AtomicInteger compilations = new AtomicInteger();

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectory(temporary.resolve("migrations"));
        state = temporary.resolve("state");
    }

    @Test
    void compilesSourcesOnlyWhenTheyChanged() throws IOException {
        migration("M1", "first", "");
        migration("M2", "second", "");
        assertThat(load()).containsOnlyKeys("first", "second");
        assertThat(load().get("first").getClass().getName()).isEqualTo("db.M1");
        assertThat(compilations).hasValue(1);
        migration("M2", "second", "int changed;");
        load();
        assertThat(compilations).hasValue(2);
    }

    @Test
    void compilesOnlyWhatIsWanted() throws IOException {
        migration("M1", "first", "");
        migration("M2", "second", "this does not compile");
        Scripts scripts = scripts();
        assertThat(loader().load(scripts, List.of(scripts.find("first").orElseThrow())))
                .containsOnlyKeys("first");
    }

    @Test
    void migrationsUseHelpersAndEachOther() throws IOException {
        migration("M1", "first", "public String toString() { return new help.Outer.Inner().toString() + new M2(); }");
        migration("M2", "second", "public String toString() { return \"two\"; }");
        write("Unused.java", "package help; class Unused { broken }");
        write("deep/Outer.java", "package help; public class Outer { public static class Inner extends Text {} }");
        write("Text.java", "package help; class Text { public String toString() { return \"one\"; } }");
        assertThat(load().get("first")).hasToString("onetwo");
        assertThat(load().get("first")).hasToString("onetwo");
        assertThat(compilations).hasValue(1);
        write("Text.java", "package help; class Text { public String toString() { return \"other\"; } }");
        assertThat(load().get("first")).hasToString("othertwo");
        Scripts scripts = scripts();
        assertThat(loader().load(scripts, List.of(scripts.find("first").orElseThrow()))
                        .get("first"))
                .hasToString("othertwo");
        assertThat(compilations).hasValue(2);
    }

    @Test
    void aDamagedCacheIsNoCache() throws IOException {
        migration("M1", "first", "");
        load();
        try (Stream<Path> files = Files.list(state.resolve("cache/classes"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertThat(load()).containsOnlyKeys("first");
        assertThat(compilations).hasValue(2);
        state = Files.writeString(temporary.resolve("file"), "");
        assertThat(load()).containsOnlyKeys("first");
    }

    @Test
    void theCacheForgetsTheOldest() throws IOException {
        ClassCache cache = new ClassCache(state, 8);
        for (int i = 0; i < 10; i++) {
            cache.put("key" + i, new CompiledFile(Map.of("A", new byte[] {1}), List.of()));
            Files.setLastModifiedTime(state.resolve("cache/classes/key" + i), FileTime.fromMillis(1000L * i));
        }
        cache.sweep();
        assertThat(cache.find("key3")).isEmpty();
        assertThat(cache.find("key4").orElseThrow().classes().get("A")).containsExactly(1);
    }

    @Test
    void showsTheLineThatDoesNotCompile() throws IOException {
        migration("M1", "first", "\tint x = \"a\" + unknown;\nint y = z;\n" + "{ z(); }\n".repeat(8));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.COMPILATION_FAILED);
        String file = folder.resolve("M1.java").toString();
        assertThat(problem.place()).isEqualTo(new Place(file, 5));
        assertThat(problem.sentence()).isEqualTo(file + " does not compile: cannot find symbol");
        assertThat(problem.evidence())
                .startsWith("\tint x = \"a\" + unknown;", "\t              ^", "cannot find symbol")
                .contains("9 more errors:", file + ":6: cannot find symbol", "...")
                .hasSize(12);
    }

    @Test
    void hintsAtTheClassPathWhenAPackageIsMissing() throws IOException {
        write("M1.java", source("M1", "first", "com.acme.Money money;"));
        assertThat(problem().sentence()).endsWith("package com.acme does not exist");
        assertThat(problem().hints().get(0).purpose()).contains("class-path");
    }

    @Test
    void usesTheClassPathOfTheSetting() throws IOException {
        Path classes = temporary.resolve("classes");
        Path source = Files.writeString(temporary.resolve("Money.java"), "package com.acme; public class Money {}");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
                .isZero();
        classPath = new ClassPath(List.of(classes));
        migration("M1", "first", "public String toString() { return new com.acme.Money().getClass().getName(); }");
        assertThat(load().get("first")).hasToString("com.acme.Money");
        classPath = new ClassPath(List.of(temporary.resolve("missing.jar")));
        assertThat(problem().code()).isEqualTo(ProblemCode.FILE_NOT_READ);
    }

    @Test
    void saysThatThereIsNoCompiler() throws IOException {
        migration("M1", "first", "");
        MigrationLoader loader =
                new MigrationLoader(classPath, state, getClass().getClassLoader(), () -> null);
        Scripts scripts = scripts();
        LimbeckException thrown =
                catchThrowableOfType(LimbeckException.class, () -> loader.load(scripts, scripts.all()));
        assertThat(thrown.problem().code()).isEqualTo(ProblemCode.COMPILER_MISSING);
        load();
        assertThat(loader.load(scripts, scripts.all())).containsOnlyKeys("first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class M1 implements Migration { BODY }                          | it is not public",
                "public abstract class M1 implements Migration { BODY }          | it is abstract",
                "public class M1 { BODY }                                        | it does not implement Migration",
                "public class M1 implements Migration { public M1(int x) {} BODY } | it has no public constructor without parameters",
                "public class M1 implements Migration { private M1() {} BODY }   | it has no public constructor without parameters",
            })
    void saysWhatTheClassLacks(String declaration, String reason) throws IOException {
        write("M1.java", HEAD + "@Revision(id = \"first\")\n" + declaration.replace("BODY", METHODS));
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_CLASS);
        assertThat(problem.sentence()).isEqualTo("db.M1 is not a usable migration: " + reason);
        assertThat(problem.hints().get(0).command()).startsWith("public ").contains("M1");
    }

    @ParameterizedTest
    @CsvSource({
        "'public M1() { throw new IllegalStateException(\"oops\"); }', IllegalStateException: oops",
        "'static int x = Integer.parseInt(\"y\");', NumberFormatException",
    })
    void saysWhereTheConstructorFailed(String body, String evidence) throws IOException {
        migration("M1", "first", body);
        Problem problem = problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.evidence().get(0)).contains(evidence);
        assertThat(problem.place())
                .isEqualTo(new Place(folder.resolve("M1.java").toString(), 5));
    }

    @Test
    void loadsCompiledClasses() {
        Scripts scripts = new ScriptReader(
                        List.of(Location.parse("classpath:org/limbeck/script/loadable")),
                        null,
                        getClass().getClassLoader())
                .read();
        assertThat(loader().load(scripts, scripts.all())).containsOnlyKeys("loadable2");
    }

    private static final String HEAD = "package db;\nimport org.limbeck.migration.*;\n";
    private static final String METHODS =
            "public void upgrade(Operations op) {} public void downgrade(Operations op) {}";

    private void migration(String name, String id, String body) throws IOException {
        write(name + ".java", source(name, id, body));
    }

    private static String source(String name, String id, String body) {
        return HEAD + "@Revision(id = \"" + id + "\")\npublic class " + name + " implements Migration {\n" + body + "\n"
                + METHODS + "}\n";
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Scripts scripts() {
        return new ScriptReader(
                        List.of(new Location.Folder(folder)), state, getClass().getClassLoader())
                .read();
    }

    private MigrationLoader loader() {
        URLClassLoader loader = classPath.open(getClass().getClassLoader());
        return new MigrationLoader(classPath, state, loader, () -> {
            compilations.incrementAndGet();
            return ToolProvider.getSystemJavaCompiler();
        });
    }

    private Map<String, Migration> load() {
        Scripts scripts = scripts();
        return loader().load(scripts, scripts.all());
    }

    private Problem problem() {
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, this::load);
        return thrown.problem();
    }
}
