package org.limbeck;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.limbeck.execute.History;
import org.limbeck.problem.Place;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.script.Location;
import org.limbeck.takeover.Mapping;
import org.limbeck.takeover.OtherTable;
import org.limbeck.takeover.TakenOver;

/** Finds out where another tool left a database, if imported migrations say what theirs were. */
record Takeover(Workspace workspace) {

    /** Only for a database without rows in the version table; one with a history of ours was emptied on purpose. */
    Optional<TakenOver> find(Connection connection) throws SQLException {
        Optional<Mapping> mapping = mapping();
        if (mapping.isEmpty()
                || !new History(connection, workspace.bookkeeping()).last(1).isEmpty()) {
            return Optional.empty();
        }
        return new OtherTable(connection, mapping.get(), workspace.database().displayName())
                .read()
                .filter(found -> !found.applied().isEmpty());
    }

    /** The tables in which the other tool keeps its records, wherever and however they are called. */
    List<QualifiedName> tables() {
        return mapping().map(Mapping::tables).orElse(List.of());
    }

    private Optional<Mapping> mapping() {
        for (Path folder : workspace.settings().migrations()) {
            Path file = folder.resolve(Mapping.FILE);
            if (Files.exists(file)) {
                return Optional.of(read(workspace.shown(file).toString(), file));
            }
        }
        if (workspace.settings().migrationPackages().isEmpty()) {
            return Optional.empty();
        }
        try (URLClassLoader classes = workspace.classes()) {
            for (String location : workspace.settings().migrationPackages()) {
                if (!(Location.parse(location) instanceof Location.JavaPackage folder)) {
                    continue;
                }
                String name = folder.name() + "/" + Mapping.FILE;
                try (InputStream in = classes.getResourceAsStream(name)) {
                    if (in != null) {
                        return Optional.of(Mapping.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException exception) {
            throw unreadable(Mapping.FILE, exception);
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
