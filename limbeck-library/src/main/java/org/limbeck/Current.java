package org.limbeck;

import java.util.List;
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
 */
public record Current(
        String database,
        List<String> rows,
        List<RevisionLine> revisions,
        List<String> unknown,
        int pending,
        int heads) {

    /** Whether an upgrade to the heads would find nothing to do. */
    public boolean atHeads() {
        return pending == 0 && unknown.isEmpty();
    }
}
