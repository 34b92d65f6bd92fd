package org.limbeck.cli.documentation;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limbeck.cli.CommandRunner;

/** The project that the samples of a page build up: a temporary folder, and an environment for its commands. */
final class Project implements AutoCloseable {

    private static final Path FIXTURES = Path.of("limbeck-cli/src/test/resources/documentation");

    private static final String WITHOUT_VERSIONS = " without versions";
    private static final String WITH_ENTITIES = " with entities";

    private final Path top;
    private final Map<String, String> environment;
    private Path folder;

    /**
     * What a command did.
     *
     * @param data what it printed to the standard output
     * @param all that and what it printed to the standard error, in order
     */
    record Result(int exitCode, String data, String all) {}

    private Project(Path top, DatabaseServer server) {
        this.top = top;
        this.folder = top;
        this.environment = new HashMap<>(server.environment());
    }

    /**
     * Makes a project.
     *
     * @param name {@code empty}; {@code backend} for this repository with its backend; or a folder of test resources,
     *     whose migrations are run if it has any; {@code without versions}, as if Limbeck had not run them; {@code with entities}, with Hibernate on its class path
     */
    static Project begin(String name, DatabaseServer server) throws IOException, SQLException {
        Project project =
                new Project(Files.createTempDirectory("limbeck-sample").toRealPath(), server);
        if (name.equals("backend")) {
            Path backend = Repository.root().resolve("backend");
            copy(backend.resolve("src"), project.top.resolve("backend/src"));
            Files.copy(backend.resolve("limbeck.properties"), project.top.resolve("backend/limbeck.properties"));
            project.useClassPath(project.top.resolve("backend"));
        } else if (!name.equals("empty")) {
            server.recreate("shop");
            String fixture = name.replace(WITHOUT_VERSIONS, "").replace(WITH_ENTITIES, "");
            if (name.endsWith(WITH_ENTITIES)) {
                project.useClassPath(project.top);
            }
            copy(Repository.root().resolve(FIXTURES).resolve(fixture), project.top);
            Path statements = project.top.resolve("database.sql");
            if (Files.exists(statements)) {
                server.execute("shop", Files.readString(statements));
                Files.delete(statements);
            }
            if (Files.exists(project.top.resolve("src"))) {
                project.demand("upgrade", "heads");
            }
            if (name.endsWith(WITHOUT_VERSIONS)) {
                project.demand("stamp", "base");
            }
        }
        return project;
    }

    /** Names what Maven would be asked for. */
    private void useClassPath(Path project) throws IOException {
        Files.createDirectories(project.resolve("target/classes"));
        environment.put("LIMBECK_CLASS_PATH", "target/classes" + File.pathSeparator + ClassPath.text());
    }

    Path folder() {
        return folder;
    }

    Path top() {
        return top;
    }

    void enter(String name) {
        folder = folder.resolve(name).normalize();
    }

    void setVariable(String name, String value) {
        environment.put(name, value);
    }

    /** Runs Limbeck. */
    Result run(List<String> words, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream everything = new ByteArrayOutputStream();
        int exitCode;
        try (PrintStream out = new PrintStream(new Both(data, everything), true, StandardCharsets.UTF_8);
                PrintStream err = new PrintStream(everything, true, StandardCharsets.UTF_8)) {
            exitCode = CommandRunner.run(folder, all, out, err, words);
        }
        return new Result(exitCode, own(data), own(everything));
    }

    /** Runs Limbeck, which must succeed. */
    Result demand(String... words) {
        Result result = run(List.of(words), Map.of());
        if (result.exitCode() != 0) {
            throw new AssertionError("limbeck " + String.join(" ", words) + " failed\n" + result.all());
        }
        return result;
    }

    /** Where a file of a page belongs. */
    Path write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return path;
    }

    /** The folders of migrations that count here. */
    List<Path> migrationFolders() {
        return org.limbeck.setting.Settings.load(
                        new org.limbeck.setting.SettingSources(folder, environment, Map.of(), null))
                .migrations();
    }

    /** What is printed, in the words of whoever reads the page. */
    private String own(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8)
                .replace(folder + "/", "")
                .replace(top.toString(), "/home/ada/shop")
                .replace("'" + System.getProperty("user.name") + "'", "'ada'")
                .replace("'development'", "'0.1.0'");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(from)) {
            walked.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(top)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path state :
                files.stream().filter(file -> file.endsWith(".limbeck")).toList()) {
            folder = state.getParent();
            run(List.of("database", "reset", "--yes", "--url", "embedded"), Map.of());
        }
        try (Stream<Path> walked = Files.walk(top)) {
            files = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Writes everything twice. */
    private static final class Both extends java.io.OutputStream {

        private final ByteArrayOutputStream first;
        private final ByteArrayOutputStream second;

        Both(ByteArrayOutputStream first, ByteArrayOutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int b) {
            first.write(b);
            second.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            first.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }
    }
}
