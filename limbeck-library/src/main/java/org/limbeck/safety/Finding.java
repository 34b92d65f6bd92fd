package org.limbeck.safety;

import java.util.List;

/**
 * A hazard that a statement shows by its text alone.
 *
 * @param code its kind
 * @param reason what happens, one sentence with names and without a full stop
 * @param correction statements that do the same and are ready to paste; none where there are none
 */
public record Finding(LintCode code, String reason, List<String> correction) {

    public Finding {
        correction = List.copyOf(correction);
    }
}
