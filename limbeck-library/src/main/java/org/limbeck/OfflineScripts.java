package org.limbeck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.util.List;
import org.limbeck.graph.GraphPlan;
import org.limbeck.plan.StepKind;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Runs as scripts for psql; no database is asked. */
record OfflineScripts(Workspace workspace) {

    /** The script of an upgrade: {@code target} from an empty database, or {@code lower:upper}. */
    String upgrade(String range) {
        Revisions revisions = workspace.someRevisions();
        int colon = range.indexOf(':');
        String target = range.substring(colon + 1);
        String start = colon < 0 ? "base" : range.substring(0, colon);
        GraphPlan plan = revisions.ask(
                "upgrade",
                () -> revisions.graph().upgrade(revisions.graph().resolve(start), target.isEmpty() ? "heads" : target));
        return script(revisions, StepKind.UPGRADE, plan);
    }

    /** The script of a downgrade, {@code upper:lower}: without a database both ends must be said. */
    String downgrade(String range) {
        Revisions revisions = workspace.someRevisions();
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
    String stamp(String range) {
        Revisions revisions = workspace.someRevisions();
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
    String ensureVersion() {
        return workspace.bookkeeping().createVersionTable() + ";\n\n"
                + workspace.bookkeeping().createHistoryTable() + ";\n\n"
                + workspace.bookkeeping().upgradeHistoryTable() + ";\n";
    }

    private String script(Revisions revisions, StepKind kind, GraphPlan graphPlan) {
        try (URLClassLoader classes = workspace.classes()) {
            return workspace
                    .scriptText()
                    .of(workspace.planner(revisions, classes).plan(kind, graphPlan));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
