package org.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.script.example.M1_Example;

/** Specifies which files are migrations and what is known of them before anything runs. */
class ScriptReaderTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path temporary;

    private Path folder;
    private Path state;

    @BeforeEach
    void folders() {
        folder = temporary.resolve("migrations");
        state = temporary.resolve("state");
    }

    @Test
    void findsFilesInOrder() throws IOException {
        sql("b.sql", "b");
        sql("a/z.sql", "az");
        java("a/M.java", "m");
        sql("C.sql", "c");
        sql(".hidden.sql", "no");
        sql(".git/x.sql", "no");
        file("readme.md", "no");
        file("package-info.java", "/** @Revision implements Migration */ package x;");
        file("Helper.java", "class Helper {}");
        Scripts scripts = read();
        assertThat(scripts.all()).extracting(Script::id).containsExactly("c", "m", "az", "b");
        assertThat(scripts.find("m").orElseThrow().kind()).isEqualTo(ScriptKind.JAVA_SOURCE);
        assertThat(scripts.find("az").orElseThrow().place())
                .isEqualTo(new Place(folder.resolve("a/z.sql").toString(), 1));
        assertThat(scripts.nodes()).hasSize(4);
    }

    @Test
    void countsAFileOnce() throws IOException {
        sql("sub/a.sql", "a");
        Files.createSymbolicLink(folder.resolve("link.sql"), folder.resolve("sub/a.sql"));
        Files.createSymbolicLink(folder.resolve("sub/loop"), folder);
        Location sub = new Location.Folder(folder.resolve("sub/../sub"));
        Scripts scripts = reader(new Location.Folder(folder), sub, new Location.Folder(folder))
                .read();
        assertThat(scripts.all()).hasSize(1);
    }

    @Test
    void aMissingFolderHasNoMigrationsAndAFileIsNoFolder() throws IOException {
        assertThat(read().all()).isEmpty();
        Files.writeString(folder, "file");
        assertThat(problem().code()).isEqualTo(ProblemCode.FILE_NOT_READ);
    }

    @Test
    void namesBothFilesOfOneIdentifier() throws IOException {
        sql("a.sql", "same");
        java("B.java", "same");
        Scripts scripts = read();
        assertThat(scripts.files("same")).hasSize(2);
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, scripts::requireUnique);
        Problem problem = thrown.problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.DUPLICATE_REVISION);
        assertThat(problem.sentence()).isEqualTo("2 files have the revision same");
        assertThat(problem.evidence())
                .anyMatch(line -> line.contains("a.sql:1"))
                .anyMatch(line -> line.contains("B.java:2"));
    }

    @Test
    void saysWhereAFileIsNotUtf8() throws IOException {
        byte[] bytes = "-- revision: a\n-- message: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectories(folder);
        Files.write(folder.resolve("a.sql"), bytes);
        assertThat(problem().code()).isEqualTo(ProblemCode.FILE_ENCODING);
        assertThat(problem().place())
                .isEqualTo(new Place(folder.resolve("a.sql").toString(), 2));
        assertThat(problem().evidence()).containsExactly("byte 30 is 0xE9");
        Files.write(folder.resolve("a.sql"), "-- revision: a".getBytes(StandardCharsets.UTF_16));
        assertThat(problem().evidence().get(0)).endsWith("the file looks like UTF-16");
    }

    @Test
    void toleratesAByteOrderMarkAndTheReplacementCharacter() throws IOException {
        file("a.sql", "\uFEFF-- revision: a\n-- message: \uFFFD\n");
        assertThat(read().find("a").orElseThrow().message()).isEqualTo("\uFFFD");
    }

    @Test
    void readsOnlyTheHeadOfALargeFile() throws IOException {
        file("a.sql", "-- revision: a\n-- upgrade\n" + "SELECT 'é';\n".repeat(100_000));
        file("b.sql", "-- revision: b\n" + "-- x\n\n".repeat(5_000) + "-- labels: late\n-- upgrade\n");
        Files.write(folder.resolve("c.sql"), ("-- revision: c\n" + "\n".repeat(1)).getBytes(StandardCharsets.UTF_8));
        assertThat(problem().place())
                .isEqualTo(new Place(folder.resolve("b.sql").toString(), 2));
        file("b.sql", "-- revision: b\n\n" + "-- x\n\n".repeat(5_000) + "-- labels: late\n-- upgrade\n");
        assertThat(read().find("b").orElseThrow().node().labels()).containsExactly("late");
    }

    @Test
    void theChecksumIsOfTheTextAndNotOfItsLineEnds() throws IOException {
        file("a.sql", "-- revision: a\n-- upgrade\nSELECT 1;\n");
        file("b.sql", "\uFEFF-- revision: a\r\n-- upgrade\r\nSELECT 1;\r\n\r\n");
        file("c.sql", "-- revision: a\n-- upgrade\nSELECT 2;\n");
        List<String> checksums = read().all().stream().map(Script::checksum).toList();
        assertThat(checksums.get(0))
                .matches("[0-9a-f]{64}")
                .isEqualTo(checksums.get(1))
                .isNotEqualTo(checksums.get(2));
    }

    @Test
    void aHeaderComesFromTheIndexWhileTheFileIsTheSame() throws IOException {
        Path a = old(sql("a.sql", "one"));
        read();
        assertThat(state.resolve("cache"))
                .isDirectoryContaining(file -> file.toString().contains("headers"));
        // Same size, time and identity: only an index can still say "one".
        Files.writeString(a, Files.readString(a).replace("one", "two"));
        old(a);
        assertThat(read().find("one")).isPresent();
        Files.writeString(a, Files.readString(a).replace("two", "three"));
        old(a);
        assertThat(read().find("three")).isPresent();
    }

    @Test
    void aFreshFileIsNotTrusted() throws IOException {
        Path a = sql("a.sql", "one");
        read();
        FileTime time = Files.getLastModifiedTime(a);
        Files.writeString(a, Files.readString(a).replace("one", "two"));
        Files.setLastModifiedTime(a, time);
        assertThat(read().find("two")).isPresent();
    }

    @Test
    void whatIsKeptIsNotSeenByGit() throws IOException {
        old(sql("a.sql", "one"));
        read();

        assertThat(state.resolve("cache/.gitignore")).hasContent("*");
    }

    @Test
    void anIndexMayBeDamagedOrImpossibleToWrite() throws IOException {
        old(sql("a.sql", "one"));
        read();
        try (var files = Files.list(state.resolve("cache"))) {
            Path index = files.filter(file -> !file.endsWith(".gitignore"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(index);
            for (int length : new int[] {0, 5, 11, bytes.length - 1}) {
                Files.write(index, Arrays.copyOf(bytes, length));
                assertThat(read().find("one")).isPresent();
            }
            bytes[12] ^= 1;
            Files.write(index, bytes);
            assertThat(read().find("one")).isPresent();
        }
        state = Files.writeString(temporary.resolve("file"), "");
        assertThat(read().find("one")).isPresent();
        state = null;
        assertThat(read().find("one")).isPresent();
    }

    @Test
    void theIndexFollowsFilesThatCameAndWent() throws IOException {
        Path a = old(sql("a.sql", "a"));
        old(java("M.java", "m"));
        old(file("Helper.java", "package p; class Helper {}"));
        assertThat(read().all()).hasSize(2);
        assertThat(read().all()).isEqualTo(read().all());
        assertThat(read().sources()).extracting(JavaSource::className).containsExactly("p.Helper", "M");
        Files.delete(a);
        old(sql("c.sql", "c"));
        assertThat(read().all()).extracting(Script::id).containsExactly("m", "c");
        assertThat(read().all()).extracting(Script::id).containsExactly("m", "c");
    }

    @Test
    void findsCompiledClassesWithoutInitialisingThem() {
        Scripts scripts =
                reader(Location.parse("classpath:org.limbeck.script.example")).read();
        assertThat(scripts.all()).extracting(Script::id).containsExactly("example1");
        Script script = scripts.all().get(0);
        assertThat(script.kind()).isEqualTo(ScriptKind.JAVA_CLASS);
        assertThat(script.className()).isEqualTo("org.limbeck.script.example.M1_Example");
        assertThat(script.place().file()).isEqualTo("org/limbeck/script/example/M1_Example.class");
        assertThat(script.checksum()).hasSize(64);
        assertThat(System.getProperty("limbeck.example.initialised")).isNull();
    }

    @Test
    void findsWhatAnIndexNamesBesideWhatIsListed() throws IOException {
        Path listed = Files.createDirectories(temporary.resolve("classes/db/migration"));
        Files.writeString(listed.resolve("a.sql"), "-- revision: listed\n-- upgrade\n");
        Path jar = temporary.resolve("indexed.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new JarEntry("META-INF/limbeck/db/migration.index"));
            entries.write("a.sql\nb.sql\n".getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new JarEntry("db/migration/b.sql"));
            entries.write("-- revision: indexed\n-- upgrade\n".getBytes(StandardCharsets.UTF_8));
        }
        URL[] classPath = {
            temporary.resolve("classes").toUri().toURL(), jar.toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            Scripts scripts = new ScriptReader(List.of(Location.parse("classpath:db/migration")), null, loader).read();

            assertThat(scripts.all()).extracting(Script::id).containsExactly("listed", "indexed");
        }
    }

    @Test
    void findsSqlInJars() throws IOException {
        Path jar = temporary.resolve("a b.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of("db/migration/", "db/migration/v 1/ä.sql", "db/other.sql")) {
                entries.putNextEntry(new JarEntry(name));
                if (name.endsWith(".sql")) {
                    entries.write("-- revision: injar\n-- upgrade\n".getBytes(StandardCharsets.UTF_8));
                }
                entries.closeEntry();
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Scripts scripts =
                    new ScriptReader(List.of(Location.parse("classpath:/db/migration/")), null, loader).read();
            assertThat(scripts.all()).extracting(Script::id).containsExactly("injar");
            assertThat(scripts.all().get(0).text()).startsWith("-- revision: injar");
            assertThat(scripts.all().get(0).place()).isEqualTo(new Place("db/migration/v 1/ä.sql", 1));
        }
    }

    @Test
    void aSourceStandsForItsCompiledClass() throws IOException {
        file(
                "M1_Example.java",
                "package " + M1_Example.class.getPackageName()
                        + ";\n@Revision(id = \"example1\") class M1_Example implements Migration {}");
        Location classes = Location.parse("classpath:org.limbeck.script.example");
        Scripts scripts = reader(classes, new Location.Folder(folder)).read().requireUnique();
        assertThat(scripts.all()).extracting(Script::kind).containsExactly(ScriptKind.JAVA_SOURCE);
    }

    private Scripts read() {
        return reader(new Location.Folder(folder)).read();
    }

    private ScriptReader reader(Location... locations) {
        return new ScriptReader(List.of(locations), state, getClass().getClassLoader(), Clock.system(ZoneOffset.UTC));
    }

    private Problem problem() {
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, this::read);
        return thrown.problem();
    }

    private Path sql(String name, String id) throws IOException {
        return file(name, "-- revision: " + id + "\n-- message: does " + id + "\n\n-- upgrade\nSELECT 1;\n");
    }

    private Path java(String name, String id) throws IOException {
        return file(name, "\n@Revision(id = \"" + id + "\")\nclass M implements Migration {}\n");
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }
}
