package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.plan.Step;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.report.LineDifference;
import org.limbeck.script.Script;

/** Finds revisions that say something else now than when they were applied. */
record ChangedRevisions(Workspace workspace, Revisions revisions) {

    private static final int MOST_LINES = 20;

    /** A revision that was changed, and what it says now. */
    private record Changed(Step now, History.Applied then) {}

    /**
     * Refuses to go on with a revision that was changed. Comments and form don't count: where checksums differ, the operations
     * decide.
     *
     * @throws org.limbeck.problem.LimbeckException {@link ProblemCode#APPLIED_REVISION_CHANGED}
     */
    void refuse(Connection connection, Planning planning, Set<String> rows, Map<String, String> checksums)
            throws SQLException {
        List<String> suspects = suspects(rows, checksums);
        if (suspects.isEmpty()) {
            return;
        }
        Map<String, History.Applied> applied = new HashMap<>();
        for (History.Applied each : new History(connection, workspace.bookkeeping()).recorded(suspects)) {
            applied.put(each.revision(), each);
        }
        List<Changed> changed = new ArrayList<>();
        for (Step now : planning.planner()
                .plan(StepKind.UPGRADE, revisions.alone(suspects))
                .steps()) {
            History.Applied then = applied.get(now.revision());
            if (then != null && !then.isSaidBy(now.writtenSql())) {
                changed.add(new Changed(now, then));
            }
        }
        if (!changed.isEmpty()) {
            throw problem(changed).exception();
        }
    }

    /** Revisions whose files aren't the ones that were applied. */
    private List<String> suspects(Set<String> rows, Map<String, String> checksums) {
        List<String> suspects = new ArrayList<>();
        if (checksums.isEmpty()) {
            return suspects;
        }
        List<String> known = new ArrayList<>(rows);
        known.removeIf(row -> !revisions.graph().contains(row));
        if (known.isEmpty()) {
            return suspects;
        }
        for (String id : revisions.graph().applied(known)) {
            String then = checksums.get(id);
            if (then != null) {
                Script script = revisions.scripts().find(id).orElseThrow();
                if (!then.equals(script.checksum())) {
                    suspects.add(id);
                }
            }
        }
        return suspects;
    }

    private Problem problem(List<Changed> changed) {
        Changed first = changed.get(0);
        Script script = revisions.scripts().find(first.now.revision()).orElseThrow();
        List<String> ids = changed.stream().map(each -> each.now.revision()).toList();
        String sentence = changed.size() == 1
                ? "revision " + ids.get(0) + " was changed after it was applied to "
                        + workspace.database().displayName()
                : changed.size() + " revisions were changed after they were applied to "
                        + workspace.database().displayName() + ": " + String.join(", ", ids);
        Problem problem = Problem.of(ProblemCode.APPLIED_REVISION_CHANGED, sentence)
                .at(script.place())
                .databaseState("Nothing was changed.");
        for (Changed each : changed) {
            if (changed.size() > 1) {
                problem = problem.evidence(each.now.revision() + " " + each.now.message());
            }
            problem = problem.evidence(LineDifference.of(each.then.written(), each.now.writtenSql(), MOST_LINES));
        }
        return problem.hint(
                        "to see what became of the file",
                        "git log -p -- " + script.place().file())
                .hint("to change the schema, put the file back and write", "limbeck revision -m \"...\"")
                .hint(
                        "if the database is already as the file says now",
                        "limbeck stamp --accept " + String.join(" ", ids));
    }
}
