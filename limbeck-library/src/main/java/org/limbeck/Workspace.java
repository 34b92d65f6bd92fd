package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.limbeck.catalog.CatalogScope;
import org.limbeck.desired.Entities;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.RunListener;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Planner;
import org.limbeck.plan.ScriptText;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.script.ClassPath;
import org.limbeck.script.Location;
import org.limbeck.script.MigrationLoader;
import org.limbeck.script.ScriptReader;
import org.limbeck.script.Scripts;
import org.limbeck.setting.Settings;
import org.limbeck.setting.TransactionScope;

/**
 * What all commands work with.
 *
 * @param folder the folder that file names in problems start from
 * @param database asked only by what needs a database
 * @param listener is told what happens during a run
 * @param choices how the caller wants runs to go
 * @param entities reads the entities of the application
 * @param objects what is compared
 * @param servers starts servers for comparison
 * @param parent sees Limbeck, and what migrations use besides the configured class path
 */
record Workspace(
        Settings settings,
        Path folder,
        DatabaseConnector database,
        RunListener listener,
        RunChoices choices,
        Entities entities,
        Predicate<ObjectId> objects,
        ScratchServers servers,
        ClassLoader parent) {

    private static final Set<String> RECORDS =
            Set.of("alembic_version", "flyway_schema_history", "databasechangelog", "databasechangeloglock");

    /** The same with another database, and nobody listening. */
    Workspace on(DatabaseConnector other) {
        return new Workspace(settings, folder, other, RunListener.NONE, choices, entities, objects, servers, parent);
    }

    Workspace with(Settings newSettings) {
        return new Workspace(newSettings, folder, database, listener, choices, entities, objects, servers, parent);
    }

    Workspace listening(RunListener newListener) {
        return new Workspace(settings, folder, database, newListener, choices, entities, objects, servers, parent);
    }

    Workspace choosing(RunChoices newChoices) {
        return new Workspace(settings, folder, database, listener, newChoices, entities, objects, servers, parent);
    }

    Workspace comparing(Entities newEntities, ScratchServers newServers) {
        return new Workspace(settings, folder, database, listener, choices, newEntities, objects, newServers, parent);
    }

    Workspace comparing(Predicate<ObjectId> newObjects) {
        Predicate<ObjectId> both = objects.and(newObjects);
        return new Workspace(settings, folder, database, listener, choices, entities, both, servers, parent);
    }

    Workspace loading(ClassLoader newParent) {
        return new Workspace(settings, folder, database, listener, choices, entities, objects, servers, newParent);
    }

    Revisions revisions() {
        List<Location> locations = new ArrayList<>();
        for (Path path : settings.migrations()) {
            locations.add(new Location.Folder(path, shown(path)));
        }
        if (settings.migrationPackages().isEmpty()) {
            return Revisions.of(read(locations, parent));
        }
        settings.migrationPackages().forEach(name -> locations.add(Location.parse(name)));
        try (URLClassLoader classes = classes()) {
            return Revisions.of(read(locations, classes));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The same; refuses to go on without a single migration. */
    Revisions someRevisions() {
        return revisions().requireSome(locations());
    }

    private Scripts read(List<Location> locations, ClassLoader loader) {
        return new ScriptReader(locations, settings.stateDirectory(), loader).read();
    }

    /** A folder as the user would type it from where the user is. */
    Path shown(Path path) {
        return path.startsWith(folder) ? folder.relativize(path) : path;
    }

    String locations() {
        List<String> shown = new ArrayList<>(settings.migrationPackages());
        for (Path path : settings.migrations()) {
            shown.add(shown(path).toString());
        }
        return String.join(" or ", shown);
    }

    /** What migrations see: Limbeck and the configured class path. Steps in Java need it until they have run. */
    URLClassLoader classes() {
        return new ClassPath(settings.classPath()).open(parent);
    }

    Planner planner(Revisions revisions, URLClassLoader classes) {
        return new Planner(
                revisions.scripts(),
                new MigrationLoader(new ClassPath(settings.classPath()), settings.stateDirectory(), classes),
                NamingConvention.of(settings.namingConvention()));
    }

    /** What is compared: everything but the tables in which migration tools keep their own records. */
    CatalogScope scope(String defaultSchema) {
        CatalogScope scope = CatalogScope.of(defaultSchema)
                .where(new ObjectPatterns(settings.objects(), defaultSchema))
                .where(objects);
        for (String table : RECORDS) {
            scope = scope.without(new QualifiedName(null, table));
        }
        for (QualifiedName table : new Takeover(this).tables()) {
            scope = scope.without(table);
        }
        return scope.without(bookkeeping().versionTable()).without(bookkeeping().historyTable());
    }

    ScriptText scriptText() {
        return new ScriptText(bookkeeping(), author(), oneTransaction());
    }

    /** Whether a whole run is one transaction. */
    boolean oneTransaction() {
        return settings.transaction() == TransactionScope.RUN;
    }

    Bookkeeping bookkeeping() {
        QualifiedName version = QualifiedName.of(settings.versionTable());
        QualifiedName history = QualifiedName.of(settings.historyTable());
        return new Bookkeeping(
                version, history.schema() == null ? new QualifiedName(version.schema(), history.name()) : history);
    }

    Author author() {
        Package own = Workspace.class.getPackage();
        String version = own == null ? null : own.getImplementationVersion();
        String name = System.getProperty("user.name", "unknown");
        String remarks = choices.remarks();
        return new Author(
                remarks.isEmpty() ? name : name + " (" + remarks + ")", version == null ? "development" : version);
    }
}
