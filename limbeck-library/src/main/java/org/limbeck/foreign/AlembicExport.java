package org.limbeck.foreign;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;

/**
 * Asks Alembic itself for its revisions, in its offline mode, by a script that runs in the Python that has it.
 *
 * @param configuration the project's {@code alembic.ini}
 * @param environment the variables of the environment, which the project's own {@code env.py} may need
 */
record AlembicExport(Path configuration, Map<String, String> environment) {

    private static final int NO_ALEMBIC = 3;
    private static final String SCRIPT = "export.py";

    /** What Alembic says. */
    record Answer(List<AlembicRevision> revisions, QualifiedName table) {}

    /** Asks; empty where no Python with Alembic is found. */
    Optional<Answer> ask(UnaryOperator<Path> shown) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("limbeck-alembic");
            Path script = folder.resolve(SCRIPT);
            try (InputStream in = AlembicExport.class.getResourceAsStream(SCRIPT)) {
                Files.write(script, Objects.requireNonNull(in).readAllBytes());
            }
            for (String python : pythons()) {
                Path output = folder.resolve("revisions");
                Path log = folder.resolve("log");
                int exit = run(python, script, output, log);
                if (exit == 0) {
                    return Optional.of(answer(Files.readAllLines(output), shown));
                }
                if (exit > 0 && exit != NO_ALEMBIC) {
                    throw failure(shown, Files.readAllLines(log));
                }
            }
            return Optional.empty();
        } catch (IOException exception) {
            throw Problem.of(ProblemCode.FILE_NOT_READ, "Alembic could not be asked: " + exception.getMessage())
                    .exception(exception);
        } finally {
            delete(folder);
        }
    }

    /** Where Alembic may be: in a virtual environment of the project, behind the command, or in the Python of the path. */
    private List<String> pythons() throws IOException {
        List<String> pythons = new ArrayList<>();
        for (String own : List.of(".venv/bin/python", "venv/bin/python")) {
            Path python = folder().resolve(own);
            if (Files.isExecutable(python)) {
                pythons.add(python.toString());
            }
        }
        for (Path command : onPath("alembic")) {
            try (Stream<String> lines = Files.lines(command, StandardCharsets.ISO_8859_1)) {
                String first = lines.findFirst().orElse("");
                if (first.startsWith("#!") && first.contains("python")) {
                    pythons.add(first.substring(2).strip().split(" ", -1)[0]);
                }
            }
        }
        onPath("python3").forEach(python -> pythons.add(python.toString()));
        return pythons;
    }

    private List<Path> onPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isExecutable(file) && Files.isRegularFile(file))
                .toList();
    }

    private Path folder() {
        return Objects.requireNonNull(configuration.toAbsolutePath().getParent());
    }

    /** Returns the exit code; -1 where there is no such program. */
    private int run(String python, Path script, Path output, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        python,
                        script.toString(),
                        configuration.toAbsolutePath().toString(),
                        output.toString())
                .directory(folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException noSuchProgram) {
            return -1;
        }
        try {
            process.getOutputStream().close();
            return process.waitFor();
        } catch (InterruptedException exception) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", exception);
        }
    }

    private Answer answer(List<String> lines, UnaryOperator<Path> shown) {
        List<AlembicRevision> revisions = new ArrayList<>();
        QualifiedName table = new QualifiedName(null, "alembic_version");
        for (String line : lines) {
            List<String> fields = new ArrayList<>();
            for (String field : line.split("\t", -1)) {
                fields.add(new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8));
            }
            if (fields.get(0).equals("table")) {
                table = new QualifiedName(fields.get(1).isEmpty() ? null : fields.get(1), fields.get(2));
            } else {
                revisions.add(AlembicRevision.of(
                        fields.get(1),
                        words(fields.get(2)),
                        words(fields.get(3)),
                        words(fields.get(4)),
                        fields.get(5),
                        shown.apply(Path.of(fields.get(6))).toString(),
                        sql(fields.get(7), fields.get(8)),
                        sql(fields.get(9), fields.get(10))));
            }
        }
        return new Answer(revisions, table);
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split("\n", -1));
    }

    private static AlembicRevision.Sql sql(String kind, String text) {
        return kind.equals("sql") ? new AlembicRevision.Sql(text, "") : new AlembicRevision.Sql(null, text);
    }

    private RuntimeException failure(UnaryOperator<Path> shown, List<String> log) {
        int first = Math.max(0, log.size() - 8);
        String file = shown.apply(configuration).toString();
        return Problem.of(ProblemCode.IMPORT_NOT_READ, "Alembic can't read the project of " + file)
                .at(Place.of(file))
                .evidence(log.subList(first, log.size()))
                .databaseState("Nothing was written.")
                .exception();
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            for (String name : List.of(SCRIPT, "revisions", "log")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException stays) {
            // It lies in the folder for temporary files.
        }
    }
}
