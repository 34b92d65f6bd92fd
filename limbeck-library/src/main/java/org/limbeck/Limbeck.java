package org.limbeck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.limbeck.desired.Entities;
import org.limbeck.desired.EntityDdl;
import org.limbeck.diff.Difference;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.execute.History;
import org.limbeck.execute.RunLimits;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.Session;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.ExpectedPlan;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.LintFinding;
import org.limbeck.report.RevisionLine;
import org.limbeck.report.html.Report;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.setting.Setting;
import org.limbeck.setting.Settings;
import org.limbeck.verify.Drift;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.Verification;

/**
 * All that can be done with revisions and a database. Reads the migrations anew for each call and opens one connection for
 * it; keeps nothing in between, so that it can be used by several threads.
 */
public final class Limbeck {

    /** How long a transaction goes on trying to get its locks, where nothing else is said. */
    public static final Duration LOCK_BUDGET = Duration.ofMinutes(10);

    private static final Set<Setting> OF_DATABASE = EnumSet.of(Setting.URL, Setting.USER, Setting.PASSWORD);

    private final Workspace workspace;

    /**
     * @param workingFolder the folder that file names in problems start from
     * @param database asked only by what needs a database
     * @param listener is told what happens during a run
     */
    public Limbeck(Settings settings, Path workingFolder, DatabaseConnector database, RunListener listener) {
        this(new Workspace(
                settings,
                workingFolder,
                database,
                listener,
                RunChoices.DEFAULT,
                Limbeck::noEntities,
                object -> true,
                ScratchServers.NONE,
                Limbeck.class.getClassLoader()));
    }

    /**
     * For programs: works on the database of a data source, with the migrations in {@code classpath:db/migration}. No file and
     * no environment variable counts; {@link #with} sets what shall be otherwise. What happens is logged as
     * {@link RunLog} says, and {@link #listening} takes another listener.
     *
     * <p>Each call borrows a connection and gives it back as it was. It takes a second one only where it has to wait for
     * others' locks, to see who they are.
     */
    public static Limbeck on(DataSource dataSource) {
        return on(new DataSourceConnector(dataSource));
    }

    /** For programs, as {@link #on(DataSource)}: works on a database to which connections are opened. */
    public static Limbeck on(DatabaseConnector database) {
        Path folder = Path.of("").toAbsolutePath();
        return new Limbeck(Settings.ofProgram(folder), folder, database, RunLog.ofLimbeck());
    }

    /**
     * The same with another value of a setting. The database is given by {@link #on}, not by settings.
     *
     * @throws org.limbeck.problem.LimbeckException if the value cannot be used
     */
    public Limbeck with(Setting setting, String value) {
        if (OF_DATABASE.contains(setting)) {
            throw Problem.of(
                            ProblemCode.INVALID_SETTING,
                            setting.key() + " has no meaning here: the program has given the database")
                    .hint("give another data source")
                    .exception();
        }
        return new Limbeck(workspace.with(workspace.settings().with(setting, value)));
    }

    /**
     * The same with other values of settings.
     *
     * @param values by {@linkplain Setting#key() keys} such as {@code version-table}
     * @throws org.limbeck.problem.LimbeckException if there is no such setting, or a value cannot be used
     */
    public Limbeck with(Map<String, String> values) {
        Limbeck changed = this;
        for (Map.Entry<String, String> entry : values.entrySet()) {
            changed = changed.with(Settings.known(entry.getKey()), entry.getValue());
        }
        return changed;
    }

    /** The same with somebody else who is told what happens during a run. */
    public Limbeck listening(RunListener listener) {
        return new Limbeck(workspace.listening(listener));
    }

    /** The same with another loader of migrations on the class path; otherwise it is the one that has loaded Limbeck. */
    public Limbeck loadingWith(ClassLoader loader) {
        return new Limbeck(workspace.loading(loader));
    }

    Limbeck(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The same with a word of the caller's, which is recorded behind the name of who ran a revision. */
    public Limbeck withTag(String newTag) {
        return new Limbeck(workspace.choosing(workspace.choices().tagged(newTag)));
    }

    /** The same with another time for which a transaction goes on trying to get its locks; otherwise {@link #LOCK_BUDGET}. */
    public Limbeck withLockBudget(Duration budget) {
        return limited(workspace.choices().limits().withLocks(budget));
    }

    /** The same that cancels concurrent work, such as the build of an index, which takes longer. */
    public Limbeck withBuildBudget(Duration budget) {
        return limited(workspace.choices().limits().withBuild(budget));
    }

    /**
     * The same with another time by which a standby may fall behind: from there on a change in batches waits, otherwise
     * from five seconds on, and concurrent work is cancelled, otherwise never.
     */
    public Limbeck withMaxLag(Duration lag) {
        return limited(workspace.choices().limits().withLag(lag));
    }

    /**
     * The same that also runs what holds up writers of a large table, and what nobody can tell.
     *
     * @param reason why; recorded behind the name of who ran a revision
     */
    public Limbeck accepting(String reason) {
        return new Limbeck(workspace.choosing(workspace.choices().accepting(reason)));
    }

    private Limbeck limited(RunLimits limits) {
        return new Limbeck(workspace.choosing(workspace.choices().limited(limits)));
    }

    /** The same that sends statements as they are written, even where they hold up writers of a large table. */
    public Limbeck literally() {
        return new Limbeck(workspace.choosing(workspace.choices().literally()));
    }

    /**
     * The same with what comparisons need.
     *
     * @param entities reads the entities of the application
     * @param servers starts servers where the database's own may not be used
     */
    public Limbeck comparingWith(Entities entities, ScratchServers servers) {
        return new Limbeck(workspace.comparing(entities, servers));
    }

    /** The same, where comparisons look at these objects only; the setting {@code objects} counts besides. */
    public Limbeck comparing(Predicate<ObjectId> objects) {
        return new Limbeck(workspace.comparing(objects));
    }

    // What there is

    /** All revisions, each with what there is to show; no database is asked. */
    public List<RevisionLine> history() {
        Revisions revisions = workspace.someRevisions();
        return revisions.lines(revisions.graph().history(), List.of());
    }

    /**
     * Revisions of a range, newest first, with what is applied.
     *
     * @param range {@code lower:upper}, either end may be left out or be {@code current}
     */
    public List<RevisionLine> historyWithCurrent(String range) {
        Found found = Found.in(workspace);
        Revisions revisions = found.revisions().requireSome(workspace.locations());
        return revisions.lines(
                revisions.ask("history", () -> revisions.graph().history(range, found.rows())), found.rows());
    }

    /** Revisions of a range, newest first; asks the database only where the range says {@code current}. */
    public List<RevisionLine> history(String range) {
        if (range.contains("current")) {
            return historyWithCurrent(range);
        }
        Revisions revisions = workspace.someRevisions();
        return revisions.lines(revisions.ask("history", () -> revisions.graph().history(range, List.of())), List.of());
    }

    /** The heads. */
    public List<RevisionLine> heads() {
        Revisions revisions = workspace.someRevisions();
        return revisions.lines(revisions.graph().heads(), List.of());
    }

    /** The heads that no other revision depends on. */
    public List<RevisionLine> effectiveHeads() {
        Revisions revisions = workspace.someRevisions();
        return revisions.lines(revisions.graph().effectiveHeads(), List.of());
    }

    /** What is known of the revisions that the targets stand for; {@code current} asks the database. */
    public List<RevisionLine> show(Collection<String> targets) {
        Found found = targets.contains("current")
                ? Found.in(workspace)
                : new Found(workspace.revisions(), Set.of(), List.of());
        Revisions revisions = found.revisions().requireSome(workspace.locations());
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
        return workspace.revisions().scripts().all().size();
    }

    /** Where the database stands. Changes nothing. */
    public Current current() {
        return Current.of(workspace, Found.in(workspace));
    }

    /**
     * What was done to the database, what is unfinished or pending, and who works on it now. Changes nothing.
     *
     * @param steps how many of the last steps to tell
     */
    public Status status(int steps) {
        String database = workspace.database().displayName();
        return new DatabaseUse(workspace.database()).using("read the history", connection -> {
            Current current = standing(connection);
            return new Status(
                    database,
                    current == null
                            ? List.copyOf(Found.ownRows(workspace, connection).orElse(Set.of()))
                            : current.rows(),
                    Session.working(connection, database, workspace.bookkeeping())
                            .orElse(null),
                    new History(connection, workspace.bookkeeping()).last(steps),
                    current == null ? null : current.pending(),
                    current == null ? 0 : current.heads());
        });
    }

    /** Null where migrations or records are not in order: what is unfinished, and who works, is worth knowing then most. */
    private @Nullable Current standing(Connection connection) throws SQLException {
        try {
            Found.Stand stand = Found.stand(workspace, connection);
            return Current.of(workspace, new Found(workspace.revisions(), stand.rows(), stand.takenOver()));
        } catch (LimbeckException disorder) {
            return null;
        }
    }

    // What there should be

    /** Brings two schemas side by side; changes nothing, and leaves nothing. */
    public Comparison compare(ComparisonRequest request) {
        return new Comparer(workspace).compare(request);
    }

    /**
     * Brings the configured database and what it should be like by the setting {@code desired} side by side; changes nothing,
     * and leaves nothing.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code DATABASE_BEHIND} if the database isn't at the heads
     */
    public Comparison check() {
        String desired = workspace.settings().get(Setting.DESIRED).value();
        return compare(new ComparisonRequest(ComparisonRequest.DATABASE, desired, false));
    }

    /** Brings an empty database and the configured one side by side, to write what makes it; changes nothing. */
    public Comparison compareFromNothing() {
        return new Comparer(workspace).fromNothing();
    }

    /** One schema, by the words of {@link ComparisonRequest}. */
    public Schema schema(String source) {
        return new Comparer(workspace).schema(source);
    }

    /**
     * Hazards in the migrations that show without a database, in the order in which they would run.
     *
     * @param range {@code lower:upper} or one revision; empty for all
     */
    public List<LintFinding> lint(String range) {
        return new Linting(workspace).lint(range);
    }

    /**
     * All of this at once, for one page. What can't be had is missing in it, with the reason.
     *
     * @param source {@code database}; or {@code revisions}, for what the revisions make, so that no database is asked
     */
    public Report report(String source) {
        return new Reporting(this, workspace).report(source);
    }

    // What would happen

    /** What an upgrade to the targets would do to the database as it is now; changes nothing. */
    public AssessedPlan planUpgrade(String... targets) {
        return new PlanReading(workspace)
                .read(StepKind.UPGRADE, (revisions, rows) -> revisions.graph().upgrade(rows, List.of(targets)));
    }

    /** What a downgrade to the target would do to the database as it is now; changes nothing. */
    public AssessedPlan planDowngrade(String target) {
        return new PlanReading(workspace)
                .read(StepKind.DOWNGRADE, (revisions, rows) -> revisions.graph().downgrade(rows, target));
    }

    /**
     * Tries revisions on servers that are gone afterwards: each up, down and up again.
     *
     * @param listener is told what comes out while it comes out
     * @return what came out, for each server
     */
    public List<Verification> verify(VerificationRequest request, TrialListener listener) {
        return new Verifier(workspace).verify(request, listener);
    }

    /** How the database differs from what its applied revisions make; changes nothing, and leaves nothing. */
    public Drift drift() {
        return new DriftFinder(workspace).find();
    }

    // What changes a database

    /** Runs what is missing up to the targets; without any, up to all heads. */
    public RunResult upgrade(String... targets) {
        List<String> wanted = targets.length == 0 ? List.of("heads") : List.of(targets);
        return careful()
                .run(StepKind.UPGRADE, (revisions, rows) -> revisions.graph().upgrade(rows, wanted));
    }

    /**
     * Runs an upgrade that was planned before, if it would still be the same.
     *
     * @throws org.limbeck.problem.LimbeckException with {@code PLAN_MOVED} if it wouldn't; nothing was changed then
     */
    public RunResult upgrade(ExpectedPlan expected) {
        PlanReading reading = new PlanReading(workspace);
        return new Run(workspace, (connection, plan) -> reading.refuseUnlessExpected(expected, connection, plan))
                .run(
                        StepKind.UPGRADE,
                        (revisions, rows) -> revisions.graph().upgrade(rows, List.copyOf(expected.to())));
    }

    /** A run that hazards stop. */
    private Run careful() {
        return new Run(workspace, new HazardCheck(workspace));
    }

    /** Undoes what stands above the target. */
    public RunResult downgrade(String target) {
        return careful()
                .run(StepKind.DOWNGRADE, (revisions, rows) -> revisions.graph().downgrade(rows, target));
    }

    /**
     * Changes the version table without running anything.
     *
     * @param purge whether to delete all rows first, even of revisions whose file is gone
     */
    public RunResult stamp(List<String> targets, boolean purge) {
        return new Run(workspace)
                .run(StepKind.STAMP, (revisions, rows) -> revisions.graph().stamp(rows, targets, purge));
    }

    /**
     * Says that revisions which were changed after they were applied are right as they are now.
     *
     * @return the revisions that the targets stand for
     * @throws org.limbeck.problem.LimbeckException where one of them isn't applied
     */
    public List<String> accept(List<String> targets) {
        return new Acceptance(workspace).accept(targets);
    }

    /** Creates Limbeck's own tables where they are missing. */
    public void ensureVersion() {
        new DatabaseUse(workspace.database()).using("create the version table", connection -> {
            Session session = Session.writable(connection, workspace.database(), workspace.bookkeeping());
            session.lock(workspace.settings().lockWait(), workspace.listener());
            session.createTables();
            return session;
        });
    }

    // The same as scripts; no database is asked

    /** The script of an upgrade: {@code target} from an empty database, or {@code lower:upper}. */
    public String upgradeScript(String range) {
        return new OfflineScripts(workspace).upgrade(range);
    }

    /** The script of a downgrade, {@code upper:lower}: without a database both ends must be said. */
    public String downgradeScript(String range) {
        return new OfflineScripts(workspace).downgrade(range);
    }

    /** The script of a stamp: {@code target} from an empty version table, or {@code from:target}. */
    public String stampScript(String range) {
        return new OfflineScripts(workspace).stamp(range);
    }

    /** The statements that create Limbeck's own tables. */
    public String ensureVersionScript() {
        return new OfflineScripts(workspace).ensureVersion();
    }

    // What changes files

    /**
     * Writes a new migration.
     *
     * @return its file
     */
    public Path newRevision(RevisionRequest request) {
        return new RevisionWriter(workspace.settings(), workspace.revisions()).write(request);
    }

    /**
     * Writes a new migration that does what a comparison found.
     *
     * @return its file
     */
    public Path newRevision(RevisionRequest request, Difference difference) {
        return new RevisionWriter(workspace.settings(), workspace.revisions())
                .write(request, difference.upgrade(), difference.downgrade());
    }

    /** The file behind a revision. */
    public Path file(String target) {
        RevisionLine line = show(List.of(target)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_REVISION, "\"" + target + "\" stands for no revision")
                        .exception());
        return workspace.folder().resolve(line.file());
    }

    private static EntityDdl noEntities(int serverMajor) {
        throw Problem.of(ProblemCode.NO_ENTITIES, "nobody here can read entities")
                .hint("add limbeck-jpa to the class path")
                .exception();
    }
}
