package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;

/** Refuses to run anything from rows of the version table that no run can have left. */
record RowCheck(Workspace workspace, Revisions revisions) {

    /** Rows of which one stands on another, and no rows where the history knows better. */
    void check(Connection connection, Set<String> rows) throws SQLException {
        if (rows.isEmpty()) {
            Set<String> applied = new History(connection, workspace.bookkeeping()).applied();
            // Another run may have written both in between.
            if (!applied.isEmpty()
                    && Found.ownRows(workspace, connection).orElse(Set.of()).isEmpty()) {
                throw lost(applied);
            }
        } else if (rows.size() > 1) {
            refuseTwoOfOneLine(rows);
        }
    }

    private LimbeckException lost(Set<String> applied) {
        return Problem.of(
                        ProblemCode.VERSION_TABLE_LOST,
                        "the version table of " + workspace.database().displayName()
                                + " has no row, and the history says that these were applied and not undone: "
                                + String.join(", ", applied))
                .databaseState("Nothing was changed.")
                .hint("to write down again where the database stands", "limbeck stamp " + lines(applied))
                .hint("to see what was run", "limbeck status")
                .exception();
    }

    private void refuseTwoOfOneLine(Set<String> rows) {
        for (String row : rows) {
            for (String below : below(row)) {
                if (rows.contains(below)) {
                    throw Problem.of(
                                    ProblemCode.VERSION_TABLE_LOST,
                                    "the version table of "
                                            + workspace.database().displayName() + " has both " + row + " and " + below
                                            + ", which " + row + " stands on")
                            .databaseState("Nothing was changed.")
                            .hint("to keep the upper one", "limbeck stamp --purge " + lines(rows))
                            .exception();
                }
            }
        }
    }

    /** Those that no other of them descends from, as one would type them. */
    private String lines(Set<String> ids) {
        Set<String> covered = new HashSet<>();
        ids.forEach(id -> covered.addAll(below(id)));
        List<String> upper = ids.stream().filter(id -> !covered.contains(id)).toList();
        return String.join(" ", upper);
    }

    private Set<String> below(String id) {
        RevisionGraph graph = revisions.graph();
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (graph.contains(next)) {
                graph.node(next).revises().stream().filter(found::add).forEach(open::push);
            }
        }
        return found;
    }
}
