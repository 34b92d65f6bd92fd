package org.limbeck;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a run did.
 *
 * @param database what to call it, for people
 * @param before the rows of the version table before
 * @param after the rows after
 * @param steps what was done, in order; none where there was nothing to do
 * @param atHeads whether nothing is left to upgrade
 * @param heads how many heads the revisions have
 */
public record RunResult(
        String database, Set<String> before, Set<String> after, List<Done> steps, boolean atHeads, int heads) {

    /** One step that was done. */
    public record Done(String revision, String direction, String message, Duration duration) {}
}
