package org.limbeck.migration;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a migration says about an operation besides what it does.
 *
 * @param literal whether it is sent as it is written, even where it holds up writers of a large table
 * @param expanding whether another column may take the place of one whose type changes
 * @param accepted the codes of hazards that are known and accepted
 */
public record Remarks(boolean literal, boolean expanding, Set<String> accepted) {

    /** Nothing. */
    public static final Remarks NONE = new Remarks(false, false, Set.of());

    public Remarks {
        accepted = Set.copyOf(accepted);
    }

    /** Whether one of these hazards is accepted. */
    public boolean accepts(Collection<String> codes) {
        return codes.stream().anyMatch(accepted::contains);
    }

    /** What either says. */
    public Remarks and(Remarks other) {
        Set<String> both = new LinkedHashSet<>(accepted);
        both.addAll(other.accepted);
        return new Remarks(literal || other.literal, expanding || other.expanding, both);
    }
}
