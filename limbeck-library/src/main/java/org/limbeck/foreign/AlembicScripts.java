package org.limbeck.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Reads what Alembic's scripts say of themselves, without Python: identifiers, parents, dependencies and labels. */
record AlembicScripts(Path configuration, UnaryOperator<Path> shown) {

    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?m)^(revision|down_revision|depends_on|branch_labels)\\s*(?::[^=\\n]*)?=\\s*(\\([^)]*\\)|\\[[^\\]]*]|[^\\n]*)");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'");
    private static final Pattern DOCSTRING =
            Pattern.compile("\\A(?:#[^\\n]*\\n|\\s)*[rR]?(\"\"\"|''')\\s*([^\\n]*?)\\s*(?:\\1|\\n)");
    private static final String NOBODY = "there was no Alembic to say it";

    List<AlembicRevision> read() {
        List<AlembicRevision> revisions = new ArrayList<>();
        for (Path folder : folders()) {
            if (!Files.isDirectory(folder)) {
                throw Problem.of(ProblemCode.NOTHING_TO_IMPORT, "there is no folder " + shown.apply(folder))
                        .at(Place.of(shown.apply(configuration).toString()))
                        .databaseState("Nothing was written.")
                        .exception();
            }
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".py"))
                        .sorted()
                        .map(this::read)
                        .flatMap(List::stream)
                        .forEach(revisions::add);
            } catch (IOException exception) {
                throw Problem.of(ProblemCode.FILE_NOT_READ, shown.apply(folder) + " could not be listed")
                        .exception(exception);
            }
        }
        revisions.sort(Comparator.comparing(revision -> revision.node().id()));
        return revisions;
    }

    private List<Path> folders() {
        Map<String, String> values = SettingsText.toml(
                ForeignFile.text(configuration, shown.apply(configuration).toString()));
        String location = place(values.getOrDefault("alembic.script_location", "alembic"));
        String versions = values.get("alembic.version_locations");
        Path folder = configuration.toAbsolutePath().resolveSibling(".").normalize();
        if (versions == null) {
            return List.of(folder.resolve(location).resolve("versions"));
        }
        return Stream.of(versions.split("[\\s,:;]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> folder.resolve(place(name)))
                .toList();
    }

    private static String place(String written) {
        return written.strip().replace("%(here)s/", "").replace("%(here)s", ".");
    }

    private List<AlembicRevision> read(Path path) {
        String file = shown.apply(path).toString();
        String text = ForeignFile.text(path, file);
        List<String> ids = List.of();
        List<String> parents = List.of();
        List<String> dependsOn = List.of();
        List<String> labels = List.of();
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (assignment.find()) {
            List<String> strings = strings(file, text, assignment);
            switch (assignment.group(1)) {
                case "revision" -> ids = strings;
                case "down_revision" -> parents = strings;
                case "depends_on" -> dependsOn = strings;
                default -> labels = strings;
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        Matcher docstring = DOCSTRING.matcher(text);
        AlembicRevision.Sql unknown = new AlembicRevision.Sql(null, NOBODY);
        return List.of(AlembicRevision.of(
                ids.get(0),
                parents,
                dependsOn,
                labels,
                docstring.find() ? docstring.group(2) : "",
                file,
                unknown,
                unknown));
    }

    private static List<String> strings(String file, String text, Matcher assignment) {
        String value = assignment.group(2).strip();
        List<String> strings = new ArrayList<>();
        Matcher string = STRING.matcher(value);
        while (string.find()) {
            strings.add(string.group(1) == null ? string.group(2) : string.group(1));
        }
        if (strings.isEmpty() && !value.matches("(None|\\(\\s*\\)|\\[\\s*])\\s*(#.*)?")) {
            int line = 1
                    + (int) text.substring(0, assignment.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw Problem.of(
                            ProblemCode.IMPORT_NOT_READ,
                            assignment.group(1) + " is computed, and only Alembic can say what it is")
                    .at(new Place(file, line))
                    .evidence(assignment.group())
                    .databaseState("Nothing was written.")
                    .hint("install Alembic, or import where it is installed", "pip install alembic")
                    .exception();
        }
        return strings;
    }
}
