package org.limbeck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.execute.History;
import org.limbeck.graph.RevisionNode;
import org.limbeck.problem.Place;
import org.limbeck.script.Location;
import org.limbeck.script.Script;
import org.limbeck.script.ScriptKind;
import org.limbeck.script.ScriptSource;

/** Takes revisions whose files are gone from what the history recorded of them, as SQL migrations. */
record RecordedRevisions(Workspace workspace) {

    /**
     * The revisions with those that only the history knows, below the rows.
     *
     * @return the same where there are none, or where the history doesn't know them either
     */
    Revisions with(Revisions revisions, Connection connection, Set<String> rows) throws SQLException {
        History history = new History(connection, workspace.bookkeeping());
        List<Script> recorded = new ArrayList<>();
        Set<String> found = new HashSet<>();
        Set<String> missing = unknown(revisions, rows, found);
        while (!missing.isEmpty()) {
            Set<String> parents = new LinkedHashSet<>();
            for (History.Applied applied : history.recorded(missing)) {
                List<String> standsOn = applied.standsOn();
                if (standsOn != null && found.add(applied.revision())) {
                    recorded.add(script(applied, standsOn));
                    parents.addAll(standsOn);
                }
            }
            if (!found.containsAll(missing)) {
                return revisions;
            }
            missing = unknown(revisions, parents, found);
        }
        return recorded.isEmpty() ? revisions : Revisions.of(revisions.scripts().with(recorded));
    }

    private static Set<String> unknown(Revisions revisions, Collection<String> ids, Set<String> found) {
        Set<String> unknown = new LinkedHashSet<>(ids);
        unknown.removeIf(id -> revisions.graph().contains(id) || found.contains(id));
        return unknown;
    }

    private Script script(History.Applied applied, List<String> standsOn) {
        String downgrade = applied.downgrade();
        String text =
                "-- upgrade\n" + applied.written() + "\n" + (downgrade == null ? "" : "-- downgrade\n" + downgrade);
        String table = workspace.bookkeeping().historyTable().toString();
        return new Script(
                new RevisionNode(applied.revision(), standsOn, List.of(), List.of()),
                applied.message(),
                ScriptKind.SQL,
                "",
                Place.of(table),
                "",
                Location.parse(table),
                new ScriptSource.InHistory(text),
                applied.checksum());
    }
}
