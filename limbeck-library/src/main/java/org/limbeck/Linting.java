package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.GraphStep;
import org.limbeck.plan.Plan;
import org.limbeck.plan.PlannedOperation;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.report.LintFinding;
import org.limbeck.safety.Finding;
import org.limbeck.safety.Linter;
import org.limbeck.sql.Statement;

/** Finds hazards in migrations; no database is asked. */
record Linting(Workspace workspace) {

    /** @param range {@code lower:upper}, or revisions with commas between them; empty for all */
    List<LintFinding> lint(String range) {
        Revisions revisions = workspace.someRevisions();
        Set<String> wanted = new HashSet<>(revisions.ask("lint", () -> {
            if (range.isEmpty()) {
                return revisions.graph().history();
            }
            return range.contains(":")
                    ? revisions.graph().history(range, List.of())
                    : revisions.graph().resolve(range);
        }));
        GraphPlan all = revisions.ask("lint", () -> revisions.graph().upgrade(List.of(), "heads"));
        List<GraphStep> steps = all.steps().stream()
                .filter(step -> wanted.contains(step.revision()))
                .toList();
        try (URLClassLoader classes = workspace.classes()) {
            Plan plan = workspace.planner(revisions, classes).plan(StepKind.UPGRADE, new GraphPlan(all.rows(), steps));
            return findings(plan);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private List<LintFinding> findings(Plan plan) {
        List<LintFinding> findings = new ArrayList<>();
        for (Step step : plan.steps()) {
            Linter linter = new Linter();
            for (PlannedOperation operation : step.operations()) {
                for (Statement statement : operation.statements()) {
                    for (Finding finding : linter.next(statement.text())) {
                        if (!operation
                                .recorded()
                                .remarks()
                                .accepts(List.of(finding.code().id()))) {
                            findings.add(new LintFinding(
                                    step.revision(), operation.recorded().place(), statement.text(), finding));
                        }
                    }
                }
            }
        }
        return findings;
    }
}
