package org.limbeck;

import java.util.List;

/**
 * Which revisions to try, and where.
 *
 * @param range {@code lower:upper}, either end may be left out; the revisions outside are only run
 * @param majors the major versions of the embedded servers; none for the configured one, or the server that is named for
 *     comparisons
 * @param fast whether each revision is only tried by itself, without sample rows
 */
public record VerificationRequest(String range, List<Integer> majors, boolean fast) {

    public VerificationRequest {
        majors = List.copyOf(majors);
    }
}
