package org.limbeck;

import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.Session;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Records that revisions which were changed after they were applied count as what was applied. */
record Acceptance(Workspace workspace) {

    /** Accepts what targets stand for, and says which revisions these are. */
    List<String> accept(List<String> targets) {
        Revisions revisions = workspace.someRevisions();
        Set<String> ids = new LinkedHashSet<>();
        targets.forEach(target ->
                ids.addAll(revisions.ask("stamp", () -> revisions.graph().resolve(target))));
        return new DatabaseUse(workspace.database()).using("accept revisions", connection -> {
            Session session = Session.writable(connection, workspace.database(), workspace.bookkeeping());
            session.lock(workspace.settings().lockWait(), workspace.listener());
            Set<String> rows = Found.ownRows(workspace, connection).orElse(Set.of());
            requireApplied(revisions, rows, ids);
            List<String> statements = new ArrayList<>();
            try (Planning planning = new Planning(workspace, revisions)) {
                for (Step step : planning.planner()
                        .plan(StepKind.UPGRADE, revisions.alone(ids))
                        .steps()) {
                    statements.add(session.bookkeeping().insertAccepted(step, workspace.author()));
                }
            }
            session.createTables();
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                // Sent together they are one transaction.
                statement.execute(String.join(";\n", statements));
            }
            return List.copyOf(ids);
        });
    }

    private void requireApplied(Revisions revisions, Set<String> rows, Set<String> ids) {
        Set<String> applied = rows.isEmpty()
                ? Set.of()
                : revisions.ask("stamp", () -> revisions.graph().applied(rows));
        for (String id : ids) {
            if (!applied.contains(id)) {
                throw Problem.of(
                                ProblemCode.NOT_APPLIED,
                                "revision " + id + " is not applied to "
                                        + workspace.database().displayName() + ", so there is nothing to accept")
                        .databaseState("Nothing was changed.")
                        .hint("to see what is applied", "limbeck current")
                        .exception();
            }
        }
    }
}
