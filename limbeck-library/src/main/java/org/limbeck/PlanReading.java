package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.limbeck.catalog.FactsReader;
import org.limbeck.catalog.ReadRateReader;
import org.limbeck.catalog.WeatherReader;
import org.limbeck.execute.History;
import org.limbeck.graph.GraphPlan;
import org.limbeck.plan.AssessedPlan;
import org.limbeck.plan.AssessedStep;
import org.limbeck.plan.Assessment;
import org.limbeck.plan.ExpectedPlan;
import org.limbeck.plan.Interruption;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.plan.Plan;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.safety.Facts;
import org.limbeck.safety.ReadRate;
import org.limbeck.safety.RelationFacts;
import org.limbeck.safety.Sighting;
import org.limbeck.safety.Work;

/** Plans a run and says what it would do to the database; changes nothing. */
record PlanReading(Workspace workspace) {

    AssessedPlan read(StepKind kind, BiFunction<Revisions, Set<String>, GraphPlan> question) {
        return new DatabaseUse(workspace.database()).using("plan a run", connection -> {
            Revisions revisions = workspace.someRevisions();
            Set<String> rows = Found.rows(workspace, connection);
            GraphPlan graphPlan = revisions.ask(kind.word(), () -> question.apply(revisions, rows));
            try (URLClassLoader classes = workspace.classes()) {
                Plan plan = workspace.planner(revisions, classes).plan(kind, graphPlan);
                return assessed(connection, new OnlineSpelling(workspace).of(connection, plan));
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        });
    }

    /** What an upgrade to the heads would do to an empty database; no database is asked. */
    AssessedPlan fromEmpty() {
        Revisions revisions = workspace.someRevisions();
        GraphPlan graphPlan = revisions.ask("plan", () -> revisions.graph().upgrade(List.of(), "heads"));
        try (URLClassLoader classes = workspace.classes()) {
            Plan plan = workspace.planner(revisions, classes).plan(StepKind.UPGRADE, graphPlan);
            Facts facts = Facts.ofNothing(workspace.settings().embeddedVersion());
            List<AssessedStep> steps = Assessment.of(plan, facts, workspace.oneTransaction(), null);
            return new AssessedPlan("an empty database", plan, steps, List.of(), List.of(), null, false, null);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Refuses a run that isn't the one that was agreed to. */
    void refuseUnlessExpected(ExpectedPlan expected, Connection connection, Plan plan) throws SQLException {
        Facts facts = FactsReader.read(connection, Assessment.request(plan));
        Interruption interruption =
                new History(connection, workspace.bookkeeping()).interruption().orElse(null);
        List<String> moved =
                expected.differences(plan, Assessment.of(plan, facts, workspace.oneTransaction(), interruption));
        if (!moved.isEmpty()) {
            throw Problem.of(ProblemCode.PLAN_MOVED, "the plan no longer holds: " + moved.get(0))
                    .evidence(moved)
                    .databaseState("Nothing was changed.")
                    .hint("to see what would run now", "limbeck plan")
                    .exception();
        }
    }

    private AssessedPlan assessed(Connection connection, OnlinePlan online) throws SQLException {
        Plan plan = online.plan();
        Facts facts = FactsReader.read(connection, Assessment.request(plan));
        Interruption interruption =
                new History(connection, workspace.bookkeeping()).interruption().orElse(null);
        List<AssessedStep> steps = Assessment.of(plan, facts, workspace.oneTransaction(), interruption);
        List<Sighting> sightings = plan.isEmpty()
                ? List.of()
                : WeatherReader.read(connection, facts.names().values());
        Optional<RelationFacts> largest = largest(steps, facts);
        ReadRate rate = largest.isEmpty()
                ? null
                : ReadRateReader.measure(connection, largest.get()).orElse(null);
        boolean goesOn = interruption != null
                && !workspace.oneTransaction()
                && plan.steps().stream().anyMatch(interruption::isContinuedBy);
        return new AssessedPlan(
                workspace.database().displayName(),
                plan,
                steps,
                online.rewritings(),
                sightings,
                interruption,
                goesOn,
                rate);
    }

    /** The largest table that is worked on. */
    private static Optional<RelationFacts> largest(List<AssessedStep> steps, Facts facts) {
        List<String> worked = steps.stream()
                .flatMap(step -> step.operations().stream())
                .flatMap(operation -> operation.effects().stream())
                .flatMap(effect -> effect.work().stream())
                .map(Work::relation)
                .toList();
        return facts.relations().values().stream()
                .filter(relation -> worked.contains(relation.schema() + "." + relation.name()))
                .max(Comparator.comparingLong(RelationFacts::bytes));
    }
}
