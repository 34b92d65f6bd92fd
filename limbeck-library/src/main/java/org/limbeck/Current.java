package org.limbeck;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.report.RevisionLine;

/**
 * Where a database stands.
 *
 * @param database what to call it, for people
 * @param rows the rows of the version table; none for base
 * @param revisions what is known of them
 * @param unknown rows whose file is gone
 * @param pending how many revisions an upgrade to the heads would run
 * @param heads how many heads the revisions have
 * @param takenOverFrom the table of another tool that the rows are told from, until the first run writes them down; null
 *     where they stand in the version table
 */
public record Current(
        String database,
        List<String> rows,
        List<RevisionLine> revisions,
        List<String> unknown,
        int pending,
        int heads,
        @Nullable String takenOverFrom) {

    static Current of(Workspace workspace, Found found) {
        Revisions revisions = found.revisions();
        List<String> known =
                found.rows().stream().filter(revisions.graph()::contains).toList();
        List<String> unknown = found.rows().stream()
                .filter(row -> !revisions.graph().contains(row))
                .toList();
        Set<String> applied = known.isEmpty() ? Set.of() : revisions.graph().applied(known);
        return new Current(
                workspace.database().displayName(),
                List.copyOf(found.rows()),
                revisions.lines(known, found.rows()),
                unknown,
                revisions.scripts().all().size() - applied.size(),
                revisions.graph().heads().size(),
                found.takenOver().isEmpty()
                        ? null
                        : found.takenOver().stream()
                                .map(each -> each.table().toString())
                                .collect(Collectors.joining(" and ")));
    }

    /** Whether an upgrade to the heads would find nothing to do. */
    public boolean atHeads() {
        return pending == 0 && unknown.isEmpty();
    }
}
