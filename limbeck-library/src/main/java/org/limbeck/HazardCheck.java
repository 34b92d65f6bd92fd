package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.limbeck.catalog.FactsReader;
import org.limbeck.execute.History;
import org.limbeck.plan.Assessment;
import org.limbeck.plan.Hazard;
import org.limbeck.plan.Interruption;
import org.limbeck.plan.OnlinePlan;
import org.limbeck.plan.Plan;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.HazardText;
import org.limbeck.safety.Begun;
import org.limbeck.safety.Facts;
import org.limbeck.safety.OnlineRecipes;

/**
 * Refuses a run that would hold up writers of a large table, or of which nobody can tell what it does where there are large tables.
 */
record HazardCheck(Workspace workspace) implements Run.Check {

    private static final int MOST = 5;

    @Override
    public void check(Connection connection, Plan plan) throws SQLException {
        if (plan.isEmpty()
                || !workspace.choices().acceptance().isEmpty()
                || !FactsReader.hasLargeTable(
                        connection, workspace.bookkeeping().historyTable())) {
            return;
        }
        Interruption interruption =
                new History(connection, workspace.bookkeeping()).interruption().orElse(null);
        Facts facts = FactsReader.read(connection, Assessment.request(plan));
        List<Hazard> hazards = Hazard.of(Assessment.of(plan, facts, workspace.oneTransaction(), interruption));
        OnlinePlan.BegunStep begun = hazards.isEmpty() ? null : new OnlineSpelling(workspace).begun(connection);
        List<Hazard> unasked = hazards.stream()
                .filter(hazard -> begun == null
                        || !begun.says(hazard.revision(), hazard.effect().sql()))
                .toList();
        if (!unasked.isEmpty()) {
            throw problem(unasked, facts, plan.steps().get(0).kind()).exception();
        }
    }

    /** Whether a statement alone would be spelled otherwise if its migration allowed that. */
    private boolean couldExpand(Hazard hazard, Facts facts) {
        return !workspace.choices().literal()
                && !workspace.oneTransaction()
                && new OnlineRecipes(facts)
                        .recipe(hazard.effect().sql(), Begun.NOTHING, true)
                        .isPresent();
    }

    private Problem problem(List<Hazard> hazards, Facts facts, StepKind kind) {
        Hazard first = hazards.get(0);
        Problem problem = Problem.of(
                        ProblemCode.HAZARDS,
                        HazardText.sentence(first, workspace.database().displayName()))
                .evidence(HazardText.lines(hazards.subList(0, Math.min(MOST, hazards.size()))))
                .databaseState("Nothing was changed.")
                .hint("to see all that the run would do, with what is large and for how long", "limbeck plan");
        if (hazards.stream().anyMatch(hazard -> couldExpand(hazard, facts))) {
            problem = problem.hint(
                    "to let another column take the place of the one whose type changes, while writes go on, say so on the line above it",
                    "limbeck:expand");
        }
        problem = problem.hint(
                        "to accept it for good, say why on the line above it",
                        "limbeck:accept " + first.code() + " the reason")
                .hint("to accept it for this run", "limbeck " + kind.word() + " --accept-hazards \"the reason\"");
        return first.place() == null ? problem : problem.at(first.place());
    }
}
