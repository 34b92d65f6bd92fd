package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.Executor;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.Session;
import org.limbeck.execute.VersionTable;
import org.limbeck.graph.GraphPlan;
import org.limbeck.plan.Author;
import org.limbeck.plan.Bookkeeping;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Planner;
import org.limbeck.plan.ScriptText;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.RevisionLine;
import org.limbeck.schema.NamingConvention;
import org.limbeck.schema.QualifiedName;
import org.limbeck.script.ClassPath;
import org.limbeck.script.Location;
import org.limbeck.script.MigrationLoader;
import org.limbeck.script.ScriptReader;
import org.limbeck.script.Scripts;
import org.limbeck.setting.Settings;
import org.limbeck.setting.TransactionScope;

/**
 * All that can be done with revisions and a database. Reads the migrations anew for each call and opens one connection for
 * it; keeps nothing in between, so that it can be used by several threads.
 */
public final class Limbeck {

    /** The version table of Alembic, whose databases can be taken over. */
    private static final String ALEMBIC_TABLE = "alembic_version";

    private final Settings settings;
    private final Path workingFolder;
    private final DatabaseConnector database;
    private final RunListener listener;
    private final String tag;

    /**
     * @param workingFolder the folder that file names in problems start from
     * @param database asked only by what needs a database
     * @param listener is told what happens during a run
     */
    public Limbeck(Settings settings, Path workingFolder, DatabaseConnector database, RunListener listener) {
        this(settings, workingFolder, database, listener, "");
    }

    private Limbeck(
            Settings settings, Path workingFolder, DatabaseConnector database, RunListener listener, String tag) {
        this.settings = settings;
        this.workingFolder = workingFolder;
        this.database = database;
        this.listener = listener;
        this.tag = tag;
    }

    /** The same with a word of the caller's, which is recorded behind the name of who ran a revision. */
    public Limbeck withTag(String newTag) {
        return new Limbeck(settings, workingFolder, database, listener, newTag);
    }

    // What there is

    /** All revisions, each with what there is to show; no database is asked. */
    public List<RevisionLine> history() {
        Revisions revisions = revisions().requireSome(locations());
        return revisions.lines(revisions.graph().history(), List.of());
    }

    /**
     * Revisions of a range, newest first, with what is applied.
     *
     * @param range {@code lower:upper}, either end may be left out or be {@code current}
     */
    public List<RevisionLine> historyWithCurrent(String range) {
        Found found = find();
        Revisions revisions = found.revisions().requireSome(locations());
        return revisions.lines(
                revisions.ask("history", () -> revisions.graph().history(range, found.rows())), found.rows());
    }

    /** Revisions of a range, newest first; asks the database only where the range says {@code current}. */
    public List<RevisionLine> history(String range) {
        if (range.contains("current")) {
            return historyWithCurrent(range);
        }
        Revisions revisions = revisions().requireSome(locations());
        return revisions.lines(revisions.ask("history", () -> revisions.graph().history(range, List.of())), List.of());
    }

    /** The heads. */
    public List<RevisionLine> heads() {
        Revisions revisions = revisions().requireSome(locations());
        return revisions.lines(revisions.graph().heads(), List.of());
    }

    /** The heads that no other revision depends on. */
    public List<RevisionLine> effectiveHeads() {
        Revisions revisions = revisions().requireSome(locations());
        return revisions.lines(revisions.graph().effectiveHeads(), List.of());
    }

    /** The revisions that several others revise. */
    public List<RevisionLine> branchPoints() {
        Revisions revisions = revisions().requireSome(locations());
        return revisions.lines(revisions.graph().branchPoints(), List.of());
    }

    /** What is known of the revisions that the targets stand for; {@code current} asks the database. */
    public List<RevisionLine> show(Collection<String> targets) {
        Found found = targets.contains("current") ? find() : new Found(revisions(), Set.of());
        Revisions revisions = found.revisions().requireSome(locations());
        Set<String> ids = new LinkedHashSet<>();
        for (String target : targets) {
            if (target.equals("current")) {
                ids.addAll(revisions.graph().history(":current", found.rows()).stream()
                        .filter(found.rows()::contains)
                        .toList());
            } else {
                ids.addAll(revisions.ask("show", () -> revisions.graph().resolve(target)));
            }
        }
        return revisions.lines(ids, found.rows());
    }

    /** Reads all migrations and makes the graph; says how many revisions there are. */
    public int checkGraph() {
        return revisions().scripts().all().size();
    }

    /** Where the database stands. Changes nothing. */
    public Current current() {
        Found found = find();
        Revisions revisions = found.revisions();
        List<String> known =
                found.rows().stream().filter(revisions.graph()::contains).toList();
        List<String> unknown = found.rows().stream()
                .filter(row -> !revisions.graph().contains(row))
                .toList();
        Set<String> applied = known.isEmpty() ? Set.of() : revisions.graph().applied(known);
        return new Current(
                database.displayName(),
                List.copyOf(found.rows()),
                revisions.lines(known, found.rows()),
                unknown,
                revisions.scripts().all().size() - applied.size());
    }

    // What changes a database

    /** Runs what is missing up to the targets. */
    public RunResult upgrade(String... targets) {
        return run(StepKind.UPGRADE, (revisions, rows) -> revisions.graph().upgrade(rows, List.of(targets)));
    }

    /** Undoes what stands above the target. */
    public RunResult downgrade(String target) {
        return run(StepKind.DOWNGRADE, (revisions, rows) -> revisions.graph().downgrade(rows, target));
    }

    /**
     * Changes the version table without running anything.
     *
     * @param purge whether to delete all rows first, even of revisions whose file is gone
     */
    public RunResult stamp(List<String> targets, boolean purge) {
        return run(StepKind.STAMP, (revisions, rows) -> revisions.graph().stamp(rows, targets, purge));
    }

    /** Creates Limbeck's own tables where they are missing. */
    public void ensureVersion() {
        using("create the version table", connection -> {
            Session session = Session.writable(connection, database.displayName(), bookkeeping());
            session.lock(settings.lockWait(), listener);
            session.createTables();
            return session;
        });
    }

    // The same as scripts; no database is asked

    /** The script of an upgrade: {@code target} from an empty database, or {@code lower:upper}. */
    public String upgradeScript(String range) {
        Revisions revisions = revisions().requireSome(locations());
        int colon = range.indexOf(':');
        String target = range.substring(colon + 1);
        String start = colon < 0 ? "base" : range.substring(0, colon);
        GraphPlan plan = revisions.ask(
                "upgrade",
                () -> revisions.graph().upgrade(revisions.graph().resolve(start), target.isEmpty() ? "heads" : target));
        return script(revisions, StepKind.UPGRADE, plan);
    }

    /** The script of a downgrade, {@code upper:lower}: without a database both ends must be said. */
    public String downgradeScript(String range) {
        Revisions revisions = revisions().requireSome(locations());
        int colon = range.indexOf(':');
        if (colon < 1) {
            throw Problem.of(
                            ProblemCode.INVALID_TARGET,
                            "the script of a downgrade needs the revision that it starts from, as FROM:TO")
                    .hint("for example", "limbeck downgrade head:" + (range.isEmpty() ? "base" : range) + " --sql")
                    .exception();
        }
        GraphPlan plan = revisions.ask("downgrade", () -> {
            List<String> rows = revisions.graph().resolve(range.substring(0, colon));
            return revisions.graph().downgrade(rows, range.substring(colon + 1));
        });
        return script(revisions, StepKind.DOWNGRADE, plan);
    }

    /** The script of a stamp: {@code target} from an empty version table, or {@code from:target}. */
    public String stampScript(String range) {
        Revisions revisions = revisions().requireSome(locations());
        int colon = range.indexOf(':');
        String start = colon < 0 ? "base" : range.substring(0, colon);
        GraphPlan plan = revisions.ask(
                "stamp",
                () -> revisions
                        .graph()
                        .stamp(revisions.graph().resolve(start), List.of(range.substring(colon + 1)), false));
        return script(revisions, StepKind.STAMP, plan);
    }

    /** The statements that create Limbeck's own tables. */
    public String ensureVersionScript() {
        return bookkeeping().createVersionTable() + ";\n\n" + bookkeeping().createHistoryTable() + ";\n";
    }

    // What changes files

    /**
     * Writes a new migration.
     *
     * @return its file
     */
    public Path newRevision(RevisionRequest request) {
        return new RevisionWriter(settings, revisions()).write(request);
    }

    /** The file behind a revision. */
    public Path file(String target) {
        RevisionLine line = show(List.of(target)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_REVISION, "\"" + target + "\" stands for no revision")
                        .exception());
        return workingFolder.resolve(line.file());
    }

    private RunResult run(StepKind kind, BiFunction<Revisions, Set<String>, GraphPlan> question) {
        CompletableFuture<Connection> connecting = connectAside();
        Revisions revisions;
        try {
            revisions = revisions().requireSome(locations());
        } catch (RuntimeException exception) {
            closeWhenOpen(connecting);
            throw exception;
        }
        return using("run revisions", connecting, connection -> {
            // A stamp is how one says that the table of Alembic doesn't count.
            Set<String> rows = kind == StepKind.STAMP ? ownRows(connection).orElse(Set.of()) : rows(connection);
            Function<Set<String>, GraphPlan> asked =
                    from -> revisions.ask(kind.word(), () -> question.apply(revisions, from));
            GraphPlan graphPlan = asked.apply(rows);
            if (graphPlan.isEmpty()) {
                return result(revisions, rows, rows, List.of());
            }
            try (URLClassLoader classes = classes()) {
                return run(connection, revisions, classes, kind, graphPlan, asked);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        });
    }

    /** Runs a plan that was made before the database was locked, or one made anew where its rows have moved since. */
    private RunResult run(
            Connection connection,
            Revisions revisions,
            URLClassLoader classes,
            StepKind kind,
            GraphPlan graphPlan,
            Function<Set<String>, GraphPlan> question)
            throws SQLException {
        Planner planner = planner(revisions, classes);
        // All migrations are compiled and asked before anything is locked or changed.
        Plan plan = planner.plan(kind, graphPlan);
        Session session = Session.writable(connection, database.displayName(), bookkeeping());
        session.lock(settings.lockWait(), listener);
        Set<String> lockedRows = ownRows(connection).orElse(Set.of());
        if (!lockedRows.equals(plan.rows())) {
            plan = planner.plan(kind, question.apply(lockedRows));
        }
        List<RunResult.Done> done = new ArrayList<>();
        if (!plan.isEmpty()) {
            listener.planned(plan);
            session.createTables();
            RunListener collecting = new Collecting(listener, done);
            new Executor(session, author(), settings.transaction() == TransactionScope.RUN, collecting).run(plan);
        }
        return result(revisions, lockedRows, plan.rowsAfter(), done);
    }

    private String script(Revisions revisions, StepKind kind, GraphPlan graphPlan) {
        try (URLClassLoader classes = classes()) {
            return scriptText().of(planner(revisions, classes).plan(kind, graphPlan));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private RunResult result(Revisions revisions, Set<String> before, Set<String> after, List<RunResult.Done> done) {
        Set<String> known = new LinkedHashSet<>(after);
        known.removeIf(row -> !revisions.graph().contains(row));
        int applied = known.isEmpty() ? 0 : revisions.graph().applied(known).size();
        boolean atHeads = applied == revisions.scripts().all().size() && known.size() == after.size();
        return new RunResult(database.displayName(), before, after, done, atHeads);
    }

    private Revisions revisions() {
        List<Location> locations = new ArrayList<>();
        for (Path folder : settings.migrations()) {
            locations.add(new Location.Folder(folder, shown(folder)));
        }
        if (settings.migrationPackages().isEmpty()) {
            return Revisions.of(read(locations, Limbeck.class.getClassLoader()));
        }
        settings.migrationPackages().forEach(name -> locations.add(Location.parse(name)));
        try (URLClassLoader classes = classes()) {
            return Revisions.of(read(locations, classes));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Scripts read(List<Location> locations, ClassLoader loader) {
        return new ScriptReader(locations, settings.stateDirectory(), loader).read();
    }

    /** A folder as the user would type it from where the user is. */
    private Path shown(Path folder) {
        return folder.startsWith(workingFolder) ? workingFolder.relativize(folder) : folder;
    }

    private String locations() {
        List<String> shown = new ArrayList<>(settings.migrationPackages());
        for (Path folder : settings.migrations()) {
            shown.add(shown(folder).toString());
        }
        return String.join(" or ", shown);
    }

    /** What migrations see: Limbeck and the configured class path. Steps in Java need it until they have run. */
    private URLClassLoader classes() {
        return new ClassPath(settings.classPath()).open(Limbeck.class.getClassLoader());
    }

    private Planner planner(Revisions revisions, URLClassLoader classes) {
        return new Planner(
                revisions.scripts(),
                new MigrationLoader(new ClassPath(settings.classPath()), settings.stateDirectory(), classes),
                NamingConvention.of(settings.namingConvention()));
    }

    private ScriptText scriptText() {
        return new ScriptText(bookkeeping(), author(), settings.transaction() == TransactionScope.RUN);
    }

    private Bookkeeping bookkeeping() {
        String schema = settings.versionTableSchema().orElse(null);
        return new Bookkeeping(
                new QualifiedName(schema, settings.versionTable()), new QualifiedName(schema, settings.historyTable()));
    }

    private Author author() {
        Package own = Limbeck.class.getPackage();
        String version = own == null ? null : own.getImplementationVersion();
        String name = System.getProperty("user.name", "unknown");
        return new Author(tag.isEmpty() ? name : name + " (" + tag + ")", version == null ? "development" : version);
    }

    /** The migrations and the rows of the version table, read side by side. */
    private Found find() {
        CompletableFuture<Connection> connecting = connectAside();
        Revisions revisions;
        try {
            revisions = revisions();
        } catch (RuntimeException exception) {
            closeWhenOpen(connecting);
            throw exception;
        }
        Set<String> rows = using("read the version table", connecting, this::rows);
        return new Found(revisions, rows);
    }

    /** The rows of the version table; refuses a database that Alembic manages under its own table. */
    private Set<String> rows(Connection connection) throws SQLException {
        Optional<Set<String>> rows = ownRows(connection);
        if (rows.isPresent() && !rows.get().isEmpty()) {
            return rows.get();
        }
        if (!settings.versionTable().equals(ALEMBIC_TABLE)) {
            Optional<String> alembic = new VersionTable(connection, bookkeeping()).rowsOf(ALEMBIC_TABLE);
            if (alembic.isPresent()) {
                throw managedByAlembic(alembic.get());
            }
        }
        return rows.orElse(Set.of());
    }

    private Optional<Set<String>> ownRows(Connection connection) throws SQLException {
        Session.checkVersion(connection, database.displayName());
        return new VersionTable(connection, bookkeeping()).rows();
    }

    private RuntimeException managedByAlembic(String rows) {
        return Problem.of(
                        ProblemCode.MANAGED_BY_ALEMBIC,
                        database.displayName() + " was managed by Alembic and is at " + rows
                                + ", and the version table here is another one, " + settings.versionTable())
                .databaseState("Nothing was changed.")
                .hint(
                        "to go on where Alembic stopped, put this into limbeck.properties",
                        "version-table = " + ALEMBIC_TABLE)
                .hint("to leave Alembic's table alone and start at a revision of your own", "limbeck stamp REVISION")
                .exception();
    }

    private interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T using(String action, Use<T> use) {
        return using(action, connectAside(), use);
    }

    private <T> T using(String action, CompletableFuture<Connection> connecting, Use<T> use) {
        try (Connection connection = await(connecting)) {
            return use.with(connection);
        } catch (SQLException exception) {
            throw ConnectionProblem.using(database.displayName(), action, null, exception);
        }
    }

    /** Connects while the migrations are read: a driver's first connection takes as long as thousands of files. */
    private CompletableFuture<Connection> connectAside() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return database.connect();
            } catch (SQLException exception) {
                throw ConnectionProblem.connecting(database.displayName(), exception);
            }
        });
    }

    private static Connection await(CompletableFuture<Connection> connecting) {
        try {
            return connecting.join();
        } catch (CompletionException exception) {
            if (exception.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw exception;
        }
    }

    private static void closeWhenOpen(CompletableFuture<Connection> connecting) {
        CompletableFuture<Void> unused = connecting.thenAccept(connection -> {
            try {
                connection.close();
            } catch (SQLException exception) {
                // It was never used; the server notices by itself that it is gone.
            }
        });
    }

    /** The migrations and the rows of the version table. */
    private record Found(Revisions revisions, Set<String> rows) {}

    /** Keeps what was done, and passes everything on. */
    private record Collecting(RunListener next, List<RunResult.Done> done) implements RunListener {

        @Override
        public void planned(Plan plan) {
            next.planned(plan);
        }

        @Override
        public void waiting(String holder) {
            next.waiting(holder);
        }

        @Override
        public void started(Step step, int number, int total) {
            next.started(step, number, total);
        }

        @Override
        public void finished(Step step, int number, int total, Duration duration) {
            done.add(new RunResult.Done(step.revision(), step.kind().word(), step.message(), duration));
            next.finished(step, number, total, duration);
        }
    }
}
