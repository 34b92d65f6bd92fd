package org.limbeck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.graph.Direction;
import org.limbeck.graph.GraphStep;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RowChange;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.script.Location;
import org.limbeck.takeover.Mapping;
import org.limbeck.takeover.OtherTable;
import org.limbeck.takeover.TakenOver;
import org.limbeck.takeover.Tool;

/** Finds out where other tools left a database, if imported migrations say what theirs were. */
record Takeover(Workspace workspace) {

    /** Only for a database without rows in the version table; one with a history of ours was emptied on purpose. */
    List<TakenOver> find(Connection connection) throws SQLException {
        List<TakenOver> found = new ArrayList<>();
        Set<Mapping> mappings = mappings();
        if (mappings.isEmpty() || hasHistory(connection)) {
            return found;
        }
        for (Mapping mapping : mappings) {
            table(connection, mapping).read().ifPresent(found::add);
        }
        return found;
    }

    /**
     * What would be in the version table; what one tool applied may stand on what another one did.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code TAKEOVER_OUT_OF_ORDER} where that other one left it out
     */
    Set<String> rows(List<TakenOver> found) {
        Set<String> rows = new LinkedHashSet<>();
        found.forEach(each -> rows.addAll(each.rows()));
        if (found.size() < 2) {
            return rows;
        }
        RevisionGraph graph = workspace.revisions().graph();
        for (TakenOver upper : found) {
            for (String row : upper.rows()) {
                if (graph.contains(row)) {
                    Set<String> below = graph.applied(Set.of(row));
                    below.remove(row);
                    found.forEach(lower -> refuseGap(upper, row, lower, below));
                    rows.removeAll(below);
                }
            }
        }
        return rows;
    }

    private void refuseGap(TakenOver upper, String row, TakenOver lower, Set<String> below) {
        for (String missing : lower.missing()) {
            if (below.contains(missing)) {
                throw Problem.of(
                                ProblemCode.TAKEOVER_OUT_OF_ORDER,
                                upper.tool().title() + " applied " + row + " to "
                                        + workspace.database().displayName() + " without " + missing
                                        + ", which it stands on here")
                        .evidence(missing + " is not in " + lower.table())
                        .databaseState("Nothing was changed.")
                        .hint(
                                "let " + lower.tool().title() + " make up for it a last time",
                                lower.tool() == Tool.FLYWAY ? "flyway migrate" : "liquibase update")
                        .hint(
                                "if the database has what " + missing + " does, or doesn't need it",
                                "limbeck stamp " + row)
                        .exception();
            }
        }
    }

    /**
     * A stamp of base on a database that the next run would take over: it says that the other tool's table doesn't count, so it is
     * recorded, though no row changes. Empty where it says nothing new.
     */
    Optional<Plan> leave(Connection connection, Set<String> rows) throws SQLException {
        List<String> tables = rows.isEmpty() ? existing(connection) : List.of();
        if (tables.isEmpty() || hasHistory(connection)) {
            return Optional.empty();
        }
        RowChange none = new RowChange(List.of(), List.of());
        GraphStep base = new GraphStep(Direction.DOWN, "base", List.of(), List.of(), none);
        String message = "whatever " + String.join(" and ", tables) + (tables.size() == 1 ? " says" : " say");
        return Optional.of(new Plan(rows, List.of(new Step(StepKind.STAMP, base, message, "", "", List.of(), null))));
    }

    private List<String> existing(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (Mapping mapping : mappings()) {
            if (table(connection, mapping).exists()) {
                tables.add(mapping.table().toString());
            }
        }
        return tables;
    }

    private OtherTable table(Connection connection, Mapping mapping) {
        return new OtherTable(connection, mapping, workspace.database().displayName());
    }

    private boolean hasHistory(Connection connection) throws SQLException {
        return !new History(connection, workspace.bookkeeping()).last(1).isEmpty();
    }

    /** The tables in which other tools keep their records, wherever and however they are called. */
    List<QualifiedName> tables() {
        return mappings().stream().flatMap(mapping -> mapping.tables().stream()).toList();
    }

    /** What all files say; one file may be reached by several ways. */
    private Set<Mapping> mappings() {
        Set<Mapping> mappings = new LinkedHashSet<>();
        for (Path folder : workspace.settings().migrations()) {
            Path file = folder.resolve(Mapping.FILE);
            if (Files.exists(file)) {
                mappings.add(read(workspace.shown(file).toString(), file));
            }
        }
        if (workspace.settings().migrationPackages().isEmpty()) {
            return mappings;
        }
        try (URLClassLoader classes = workspace.classes()) {
            for (String location : workspace.settings().migrationPackages()) {
                if (Location.parse(location) instanceof Location.JavaPackage folder) {
                    String name = folder.name() + "/" + Mapping.FILE;
                    for (URL file : Collections.list(classes.getResources(name))) {
                        mappings.add(Mapping.read(name, text(file)));
                    }
                }
            }
            return mappings;
        } catch (IOException exception) {
            throw unreadable(Mapping.FILE, exception);
        }
    }

    private static String text(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Mapping read(String shown, Path file) {
        try {
            return Mapping.read(shown, Files.readString(file));
        } catch (IOException exception) {
            throw unreadable(shown, exception);
        }
    }

    private static RuntimeException unreadable(String file, IOException exception) {
        return Problem.of(ProblemCode.FILE_NOT_READ, file + " could not be read")
                .at(Place.of(file))
                .evidence(exception.getClass().getSimpleName() + ": " + exception.getMessage())
                .exception(exception);
    }
}
