package org.limbeck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.catalog.DdlStatement;
import org.limbeck.desired.EntityDdl;
import org.limbeck.desired.PlainStatements;
import org.limbeck.desired.SchemaFiles;
import org.limbeck.diff.Scope;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.setting.Setting;

/**
 * What entities and files of SQL say that there should be.
 *
 * @param plain the statements of the entities as far as they need no server
 * @param found what of the sources there is, for people
 */
record DeclaredSchema(EntityDdl entities, PlainStatements plain, SchemaFiles files, List<String> found) {

    DeclaredSchema {
        found = List.copyOf(found);
    }

    /**
     * Refuses sources that are missing, as far as that is to be seen without a server.
     *
     * @throws LimbeckException as {@link #read} does
     */
    static void demand(Workspace workspace, SchemaSide.Declared side) {
        boolean byDefault = isDefault(side);
        boolean found = false;
        for (Path path : files(workspace, side)) {
            found |= Files.exists(path);
            if (!byDefault && !Files.exists(path)) {
                // Says what can't be read, and why.
                SchemaFiles unused = SchemaFiles.read(path, workspace.shown(path));
            }
        }
        if (side.sources().contains(ComparisonRequest.ENTITIES)) {
            try {
                workspace.entities().demand();
            } catch (LimbeckException exception) {
                refuseUnlessOptional(exception, byDefault, found);
            }
        }
    }

    /**
     * Reads the sources. Those that nobody asked for by name count if they exist.
     *
     * @throws LimbeckException if one is missing that was asked for, or there is none at all
     */
    static DeclaredSchema read(Workspace workspace, SchemaSide.Declared side, int serverMajor) {
        boolean byDefault = isDefault(side);
        EntityDdl entities = EntityDdl.NONE;
        SchemaFiles files = SchemaFiles.NONE;
        List<String> found = new ArrayList<>();
        for (Path path : files(workspace, side)) {
            if (!byDefault || Files.exists(path)) {
                files = files.and(SchemaFiles.read(path, workspace.shown(path)));
                found.add(workspace.shown(path).toString());
            }
        }
        if (side.sources().contains(ComparisonRequest.ENTITIES)) {
            try {
                entities = workspace.entities().read(serverMajor);
                found.add(0, "the entities");
            } catch (LimbeckException exception) {
                refuseUnlessOptional(exception, byDefault, !found.isEmpty());
            }
        }
        // What says owners is all the server's to build, by the roles it names.
        PlainStatements plain = files.owners()
                ? PlainStatements.unread(entities.statements())
                : PlainStatements.of(entities.statements());
        return new DeclaredSchema(entities, plain, files, found);
    }

    private static boolean isDefault(SchemaSide.Declared side) {
        return String.join(",", side.sources()).equals(Setting.DESIRED.defaultValue());
    }

    private static List<Path> files(Workspace workspace, SchemaSide.Declared side) {
        return side.sources().stream()
                .filter(source -> !source.equals(ComparisonRequest.ENTITIES))
                .map(workspace.settings()::resolve)
                .toList();
    }

    /** Entities that nobody asked for by name may be missing where there are files. */
    private static void refuseUnlessOptional(LimbeckException exception, boolean byDefault, boolean files) {
        boolean none = exception.problem().code() == ProblemCode.NO_ENTITIES;
        if (!byDefault || !none || !files) {
            throw none && byDefault ? nothingDeclared(exception) : exception;
        }
    }

    /** What is said besides entities; what may need the others comes last. */
    List<DdlStatement> others() {
        List<DdlStatement> all = new ArrayList<>(files.statements());
        all.addAll(entities.views());
        return all;
    }

    /** What it can speak about. */
    Scope scope() {
        return files.statements().isEmpty()
                ? Scope.ENTITIES
                : Scope.schemaFiles(files.owners(), files.grants(), files.everybodyOnPublic());
    }

    private static RuntimeException nothingDeclared(LimbeckException cause) {
        Problem problem = Problem.of(
                        ProblemCode.NO_ENTITIES,
                        "nothing says what the database should be like: "
                                + cause.problem().sentence() + ", and there is no folder schema")
                .evidence(cause.problem().evidence())
                .databaseState("Nothing was changed.");
        for (var hint : cause.problem().hints()) {
            problem = problem.hint(hint.purpose(), hint.command());
        }
        return problem.hint("to compare with another database", "--desired postgresql://...")
                .exception(cause);
    }
}
