package org.limbeck.foreign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.takeover.Mapping;
import org.limbeck.takeover.Tool;
import org.limbeck.takeover.Version;

/** Reads a project of Flyway as one line of revisions. Serves one project and is thrown away. */
public final class FlywayProject {

    private static final String STAYS = "-- What it made stays. On the way up it is made again.";

    private final FlywaySettings settings;
    private final FlywayFiles files;
    private final RevisionNames names = new RevisionNames();
    private final List<ImportedRevision> revisions = new ArrayList<>();
    private final List<Mapping.Entry> entries = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Map<String, String> placeholders = new TreeMap<>();
    private int downgrades;
    private int skeletons;

    private FlywayProject(FlywaySettings settings, FlywayFiles files) {
        this.settings = settings;
        this.files = files;
    }

    /**
     * Reads a project.
     *
     * @param folder where the project is, with Flyway's settings
     * @param locations folders of migrations; without one, those of the settings
     * @param application what Spring Boot's files say; empty for none
     * @param placeholders values by name, which count more than those of the settings
     * @param shown makes of a file what the user would type
     * @throws org.limbeck.problem.LimbeckException where a file can't be read as Flyway reads it
     */
    public static ImportedProject read(
            Path folder,
            List<Path> locations,
            Map<String, String> application,
            Map<String, String> placeholders,
            UnaryOperator<Path> shown) {
        FlywaySettings settings = FlywaySettings.read(folder, application, placeholders);
        List<Path> folders = locations.isEmpty() ? settings.locations() : FlywaySettings.withJava(locations);
        FlywayFiles files = FlywayFiles.find(folders, settings.names(), shown);
        return new FlywayProject(settings, files).project(locations);
    }

    private ImportedProject project(List<Path> locations) {
        takeBaseline();
        int versioned = 0;
        for (FlywayFile file : files.versioned.values()) {
            String undo = undo(file);
            versioned += add(file, Mapping.Kind.ONCE, file.name().version(), undo) ? 1 : 0;
        }
        int repeatable = 0;
        for (FlywayFile file : files.repeatable.values()) {
            repeatable += add(file, Mapping.Kind.REPEATABLE, file.name().description(), STAYS) ? 1 : 0;
        }
        if (revisions.isEmpty()) {
            throw nothing(locations);
        }
        String schema = settings.defaultSchema();
        if (schema != null && !schema.equals("public")) {
            leftOut.add(new LeftOut(
                    Place.of("Flyway's settings"),
                    "migrations ran in the schema " + schema + ", which Flyway creates: let url end in currentSchema="
                            + schema + ", and create it before the first upgrade of a new database"));
        }
        files.undo.values().forEach(file -> leaveOut(file, "there is no migration that it would undo"));
        files.callbacks.forEach(
                file -> leaveOut(file, "Limbeck has no callbacks; what has to be done once belongs into a revision"));
        return new ImportedProject(
                Tool.FLYWAY.title(),
                revisions,
                carried(versioned, repeatable),
                leftOut,
                List.of(),
                new Mapping(Tool.FLYWAY, settings.table(), entries));
    }

    /** A baseline migration stands for those below it, if they are gone. */
    private void takeBaseline() {
        for (Map.Entry<Version, FlywayFile> baseline : files.baselines.entrySet()) {
            boolean alone =
                    files.versioned.keySet().stream().noneMatch(version -> version.compareTo(baseline.getKey()) <= 0);
            if (alone) {
                files.versioned.put(baseline.getKey(), baseline.getValue());
            } else {
                leaveOut(baseline.getValue(), "the migrations that it stands for are here, and build the same");
            }
        }
    }

    private @Nullable String undo(FlywayFile file) {
        FlywayFile undo = files.undo.remove(file.version());
        if (undo == null) {
            return null;
        }
        if (undo.name().java() || file.name().java()) {
            leaveOut(undo, "what is undone in Java must be moved by hand");
            return null;
        }
        downgrades++;
        return sql(undo);
    }

    private boolean add(FlywayFile file, Mapping.Kind kind, String key, @Nullable String undo) {
        Map<String, String> conf = conf(file);
        if (conf.getOrDefault("shouldExecute", "true").equals("false")) {
            leaveOut(file, "its .conf says that it should not be executed");
            entries.add(new Mapping.Entry(null, kind, key, ""));
            return false;
        }
        String description = file.name().description();
        String message = description.isEmpty() ? file.fileName() : description;
        String wish = kind == Mapping.Kind.REPEATABLE ? "R_" + description.replaceAll("\\W+", "_") : key;
        List<String> parent = revisions.isEmpty()
                ? List.of()
                : List.of(revisions.get(revisions.size() - 1).node().id());
        RevisionNode node = new RevisionNode(names.of(wish, file.fileName()), parent, List.of(), List.of());
        if (file.name().java()) {
            skeletons++;
            leaveOut(file, "it is Java: move its body into revision " + node.id());
            revisions.add(JavaSkeleton.of(node, message, file.shown()));
            entries.add(new Mapping.Entry(node.id(), kind, key, ""));
            return false;
        }
        String checksum = kind == Mapping.Kind.REPEATABLE
                ? FlywayChecksum.of(replaced(file, ForeignFile.text(file.path(), file.shown())))
                : "";
        revisions.add(SqlRevision.of(node, message, "Flyway's " + file.fileName(), sql(file), undo));
        entries.add(new Mapping.Entry(node.id(), kind, key, checksum));
        return true;
    }

    private String sql(FlywayFile file) {
        String text = replaced(file, ForeignFile.text(file.path(), file.shown()));
        return TransactionWords.remove(file.shown(), text, leftOut);
    }

    private String replaced(FlywayFile file, String text) {
        Placeholders values = settings.placeholders();
        boolean literal =
                conf(file).getOrDefault("placeholderReplacement", "true").equals("false");
        return values == null || literal ? text : values.replace(file.shown(), text, placeholders);
    }

    /** What a file beside a migration says about it. */
    private static Map<String, String> conf(FlywayFile file) {
        Path conf = file.path().resolveSibling(file.fileName() + ".conf");
        return Files.exists(conf) ? SettingsText.properties(ForeignFile.text(conf, file.shown() + ".conf")) : Map.of();
    }

    private void leaveOut(FlywayFile file, String sentence) {
        leftOut.add(new LeftOut(Place.of(file.shown()), sentence));
    }

    private List<String> carried(int versioned, int repeatable) {
        List<String> carried = new ArrayList<>();
        carried.add(Counted.of(versioned, "versioned migration"));
        if (skeletons > 0) {
            carried.add(Counted.of(skeletons, "Java migration") + " as a skeleton");
        }
        if (repeatable > 0) {
            carried.add(Counted.of(repeatable, "repeatable migration")
                    + " at the end of the line; write a new revision for the next change of what they make");
        }
        if (downgrades > 0) {
            carried.add(Counted.of(downgrades, "undo migration") + " as downgrade");
        }
        placeholders.forEach((name, value) -> carried.add(name + " as " + value));
        return carried;
    }

    private static RuntimeException nothing(List<Path> locations) {
        Problem problem = Problem.of(
                ProblemCode.NOTHING_TO_IMPORT,
                locations.isEmpty()
                        ? "no migrations of Flyway were found, neither where its settings say nor in src/main/resources/db/migration"
                        : "there are no migrations of Flyway in "
                                + String.join(
                                        " or ",
                                        locations.stream().map(Path::toString).toList()));
        return problem.databaseState("Nothing was written.")
                .hint("to name their folder", "limbeck import flyway path/to/migrations")
                .exception();
    }
}
