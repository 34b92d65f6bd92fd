package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.limbeck.execute.BatchProgress;
import org.limbeck.execute.Executor;
import org.limbeck.execute.LockWait;
import org.limbeck.execute.RunListener;
import org.limbeck.execute.Session;
import org.limbeck.execute.StandbyLag;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.RevisionNode;
import org.limbeck.plan.Plan;
import org.limbeck.plan.Planner;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.LimbeckException;
import org.limbeck.takeover.TakenOver;

/**
 * One run: plans, takes the lock, executes.
 *
 * @param check has the last word, under the lock and before anything is changed
 */
record Run(Workspace workspace, Check check) {

    private static final String ACTION = "run revisions";

    /** What may stop a run. */
    interface Check {
        void check(Connection connection, Plan plan) throws SQLException;
    }

    /** A run that nothing stops. */
    Run(Workspace workspace) {
        this(workspace, (connection, plan) -> {});
    }

    RunResult run(StepKind kind, BiFunction<Revisions, Set<String>, GraphPlan> question) {
        DatabaseUse databaseUse = new DatabaseUse(workspace.database());
        DatabaseUse.Opening<Found.Stand> opening = databaseUse.opening(ACTION, connection -> stand(kind, connection));
        Revisions revisions;
        try {
            revisions = workspace.someRevisions();
        } catch (RuntimeException exception) {
            opening.giveUp();
            throw exception;
        }
        return databaseUse.using(
                ACTION, "What was committed stays and is recorded.", opening.connection(), connection -> {
                    Found.Stand stand = DatabaseUse.await(opening.answer());
                    for (TakenOver found : stand.takenOver()) {
                        workspace
                                .listener()
                                .takingOver(
                                        found.tool().title(),
                                        found.table().toString(),
                                        found.applied().size());
                    }
                    return run(kind, question, revisions, connection, stand);
                });
    }

    private RunResult run(
            StepKind kind,
            BiFunction<Revisions, Set<String>, GraphPlan> question,
            Revisions revisions,
            Connection connection,
            Found.Stand stand)
            throws SQLException {
        if (kind != StepKind.STAMP) {
            new RowCheck(workspace, revisions).check(connection, stand.rows());
        }
        GraphPlan takeover = stand.takenOver().isEmpty()
                ? new GraphPlan(List.of(), List.of())
                : revisions.ask("stamp", () -> revisions.graph().stamp(Set.of(), stand.rows(), false));
        Revisions known = known(kind, revisions, connection, stand.rows());
        Function<Set<String>, GraphPlan> asked = from -> known.ask(kind.word(), () -> question.apply(known, from));
        try (Planning planning = new Planning(workspace, known)) {
            if (kind != StepKind.STAMP) {
                new ChangedRevisions(workspace, known).refuse(connection, planning, stand.rows(), stand.checksums());
            }
            GraphPlan graphPlan = asked.apply(stand.rows());
            if (kind == StepKind.STAMP && graphPlan.isEmpty()) {
                Optional<Plan> leave = new Takeover(workspace).leave(connection, stand.rows());
                if (leave.isPresent()) {
                    return run(connection, revisions, planning.planner(), kind, takeover, leave.get(), asked);
                }
            }
            if (graphPlan.isEmpty() && takeover.isEmpty()) {
                check.check(connection, new Plan(stand.rows(), List.of()));
                return result(revisions, stand.rows(), stand.rows(), List.of());
            }
            Planner planner = planning.planner();
            // All migrations are compiled and asked before anything is locked or changed.
            return run(connection, revisions, planner, kind, takeover, planner.plan(kind, graphPlan), asked);
        }
    }

    /** A stamp is how one says that the table of Alembic doesn't count. */
    private Found.Stand stand(StepKind kind, Connection connection) throws SQLException {
        return kind == StepKind.STAMP
                ? new Found.Stand(Found.ownRows(workspace, connection).orElse(Set.of()), Map.of(), List.of())
                : Found.stand(workspace, connection);
    }

    /** What is to be undone may have lost its file; the history has what is needed. */
    private Revisions known(StepKind kind, Revisions revisions, Connection connection, Set<String> rows)
            throws SQLException {
        if (kind != StepKind.DOWNGRADE || rows.stream().allMatch(revisions.graph()::contains)) {
            return revisions;
        }
        Revisions known = new RecordedRevisions(workspace).with(revisions, connection, rows);
        List<String> recorded = known.graph().revisions().stream()
                .map(RevisionNode::id)
                .filter(id -> !revisions.graph().contains(id))
                .toList();
        if (!recorded.isEmpty()) {
            workspace.listener().recorded(recorded);
        }
        return known;
    }

    /**
     * Runs a plan that was made before the database was locked, or one made anew where its rows have moved since.
     *
     * @param takeover writes down where another tool stopped, unless another run has done so by now
     */
    private RunResult run(
            Connection connection,
            Revisions revisions,
            Planner planner,
            StepKind kind,
            GraphPlan takeover,
            Plan planned,
            Function<Set<String>, GraphPlan> question)
            throws SQLException {
        Plan plan = planned;
        Session session = Session.writable(connection, workspace.database(), workspace.bookkeeping());
        session.lock(workspace.settings().lockWait(), workspace.listener());
        Set<String> lockedRows = Found.ownRows(workspace, connection).orElse(Set.of());
        boolean takesOver = !takeover.isEmpty() && lockedRows.isEmpty();
        if (!takesOver && !lockedRows.equals(plan.rows())) {
            plan = planner.plan(kind, question.apply(lockedRows));
        }
        plan = new OnlineSpelling(workspace).of(connection, plan).plan();
        check.check(connection, plan);
        Plan whole = plan;
        if (takesOver) {
            Plan stamp = planner.plan(StepKind.STAMP, takeover);
            if (workspace.oneTransaction()) {
                whole = stamp.and(plan);
            } else {
                execute(session, stamp, workspace.listener());
            }
        }
        List<RunResult.Done> done = new ArrayList<>();
        execute(session, whole, new Collecting(workspace.listener(), plan, done));
        return result(revisions, plan.rows(), plan.rowsAfter(), done);
    }

    private void execute(Session session, Plan plan, RunListener listener) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        listener.planned(plan);
        session.createTables();
        new Executor(
                        session,
                        workspace.database(),
                        workspace.author(),
                        workspace.oneTransaction(),
                        workspace.choices().limits(),
                        listener)
                .run(plan);
    }

    private RunResult result(Revisions revisions, Set<String> before, Set<String> after, List<RunResult.Done> done) {
        Set<String> known = new LinkedHashSet<>(after);
        known.removeIf(row -> !revisions.graph().contains(row));
        int applied = known.isEmpty() ? 0 : revisions.graph().applied(known).size();
        boolean atHeads = applied == revisions.scripts().all().size() && known.size() == after.size();
        return new RunResult(
                workspace.database().displayName(),
                before,
                after,
                done,
                atHeads,
                revisions.graph().heads().size());
    }

    /**
     * Keeps what was done, and passes everything on but the stamp of a takeover that is part of the run's transaction: nobody
     * asked for that.
     *
     * @param asked what the run is about
     */
    private record Collecting(RunListener next, Plan asked, List<RunResult.Done> done) implements RunListener {

        @Override
        public void planned(Plan whole) {
            if (!asked.isEmpty()) {
                next.planned(asked);
            }
        }

        @Override
        public void recorded(List<String> revisions) {
            next.recorded(revisions);
        }

        @Override
        public void takingOver(String tool, String table, int revisions) {
            next.takingOver(tool, table, revisions);
        }

        @Override
        public void waiting(String holder) {
            next.waiting(holder);
        }

        @Override
        public void blocked(LockWait wait) {
            next.blocked(wait);
        }

        @Override
        public void lagging(StandbyLag lag) {
            next.lagging(lag);
        }

        @Override
        public void progressed(BatchProgress progress) {
            next.progressed(progress);
        }

        @Override
        public void started(Step step, int number, int total) {
            int ahead = total - asked.steps().size();
            if (number > ahead) {
                next.started(step, number - ahead, total - ahead);
            }
        }

        @Override
        public void finished(Step step, int number, int total, Duration duration) {
            int ahead = total - asked.steps().size();
            if (number > ahead) {
                done.add(new RunResult.Done(step.revision(), step.kind().word(), step.message(), duration));
                next.finished(step, number - ahead, total - ahead, duration);
            }
        }

        @Override
        public void failed(Step step, LimbeckException failure) {
            next.failed(step, failure);
        }
    }
}
