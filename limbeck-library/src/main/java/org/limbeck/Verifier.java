package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.limbeck.catalog.ScratchDatabase;
import org.limbeck.catalog.ScratchServer;
import org.limbeck.execute.ConnectionProblem;
import org.limbeck.execute.DatabaseConnector;
import org.limbeck.graph.Direction;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.GraphStep;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RowChange;
import org.limbeck.plan.Planner;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.verify.RevisionTrials;
import org.limbeck.verify.TrialListener;
import org.limbeck.verify.TrialServer;
import org.limbeck.verify.TriedRevision;
import org.limbeck.verify.Verification;

/** Tries revisions on scratch servers. */
record Verifier(Workspace workspace) {

    private static final String DEFAULT_SCHEMA = "public";

    List<Verification> verify(VerificationRequest request, TrialListener listener) {
        Revisions revisions = workspace.someRevisions();
        RevisionGraph graph = revisions.graph();
        Set<String> wanted = new HashSet<>(revisions.ask("verify", () -> graph.history(request.range(), List.of())));
        boolean embedded = !request.majors().isEmpty();
        List<Integer> majors =
                embedded ? request.majors() : List.of(workspace.settings().embeddedVersion());
        List<Verification> all = new ArrayList<>();
        try (URLClassLoader classes = workspace.classes()) {
            Planner planner = workspace.planner(revisions, classes);
            for (int major : majors) {
                listener.begun(major);
                Verification verification = verify(graph, planner, wanted, major, embedded, request.fast(), listener);
                listener.ended(verification);
                all.add(verification);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return all;
    }

    private Verification verify(
            RevisionGraph graph,
            Planner planner,
            Set<String> wanted,
            int major,
            boolean embedded,
            boolean fast,
            TrialListener listener) {
        GraphPlan up = graph.upgrade(List.of(), "heads");
        List<Step> upgrades = planner.plan(StepKind.UPGRADE, up).steps();
        List<Supplier<Step>> downgrades = planner.later(StepKind.DOWNGRADE, reversed(up));
        List<TriedRevision> tried = new ArrayList<>();
        for (int i = 0; i < upgrades.size(); i++) {
            Step step = upgrades.get(i);
            tried.add(new TriedRevision(step, downgrades.get(i), wanted.contains(step.revision())));
        }
        GraphPlan down = graph.downgrade(up.rowsAfter(), "base");
        List<Supplier<Step>> allDown = planner.later(StepKind.DOWNGRADE, down);
        ScratchPlaces places = new ScratchPlaces(workspace, Optional.empty(), major, DEFAULT_SCHEMA);
        try {
            return places.onServer(embedded, server -> {
                try (Databases databases = new Databases(places, server)) {
                    return new RevisionTrials(
                                    databases,
                                    major,
                                    workspace.author(),
                                    workspace.bookkeeping(),
                                    workspace.scope(DEFAULT_SCHEMA),
                                    !fast,
                                    listener)
                            .run(tried, otherOrder(graph, upgrades), allDown);
                }
            });
        } catch (SQLException exception) {
            throw ConnectionProblem.using("the scratch server", "try revisions", null, exception);
        }
    }

    /** Each step the other way, in the same order: a revision that was just applied can be undone by itself. */
    private static GraphPlan reversed(GraphPlan up) {
        List<GraphStep> steps = new ArrayList<>();
        for (GraphStep step : up.steps()) {
            RowChange change = step.change();
            steps.add(new GraphStep(
                    Direction.DOWN,
                    step.revision(),
                    step.to(),
                    step.from(),
                    new RowChange(change.added(), change.removed())));
        }
        return new GraphPlan(List.copyOf(up.rowsAfter()), steps);
    }

    /** The upgrades with branches the other way round; the same where there are none. */
    private static List<Step> otherOrder(RevisionGraph graph, List<Step> upgrades) {
        Map<String, Integer> places = new HashMap<>();
        for (Step upgrade : upgrades) {
            places.put(upgrade.revision(), places.size());
        }
        Set<String> order = new LinkedHashSet<>();
        for (int i = upgrades.size() - 1; i >= 0; i--) {
            addBehindItsParents(graph, upgrades.get(i).revision(), places, order);
        }
        List<Step> steps = new ArrayList<>();
        Set<String> rows = new LinkedHashSet<>();
        for (String id : order) {
            GraphStep graphStep = graph.upgrade(rows, id).steps().get(0);
            Step step = upgrades.get(Objects.requireNonNull(places.get(id)));
            steps.add(step.at(graphStep));
            rows = graphStep.change().applyTo(rows);
        }
        return steps;
    }

    /** The parent that came last comes first. Without recursion: a line may be longer than a stack is deep. */
    private static void addBehindItsParents(
            RevisionGraph graph, String revision, Map<String, Integer> places, Set<String> order) {
        List<String> path = new ArrayList<>(List.of(revision));
        while (!path.isEmpty()) {
            String last = path.get(path.size() - 1);
            Optional<String> missing = graph.standsOn(last).stream()
                    .filter(parent -> !order.contains(parent))
                    .max(Comparator.comparing(places::get));
            if (missing.isEmpty()) {
                order.add(last);
                path.remove(path.size() - 1);
            } else {
                path.add(missing.get());
            }
        }
    }

    /** The scratch databases of one server, one at a time. */
    private static final class Databases implements TrialServer, AutoCloseable {

        private final ScratchPlaces places;
        private final ScratchServer server;
        private @Nullable ScratchDatabase place;

        Databases(ScratchPlaces places, ScratchServer server) {
            this.places = places;
            this.server = server;
        }

        @Override
        public boolean takesMissingRoles() {
            return server.isDisposable();
        }

        @Override
        public DatabaseConnector freshDatabase() throws SQLException {
            close();
            ScratchDatabase fresh = places.database(server);
            place = fresh;
            return new ScratchConnector(server, fresh.name());
        }

        @Override
        public void close() throws SQLException {
            ScratchDatabase old = place;
            place = null;
            if (old != null) {
                old.close();
            }
        }
    }
}
