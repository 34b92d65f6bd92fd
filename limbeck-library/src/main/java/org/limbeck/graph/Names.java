package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.problem.Nearest;

/** Every name that a revision can be called by: first the identifiers in the order of the graph, then the labels. */
final class Names {

    static final int NONE = -1;

    private static final int SHORTEST_WITH_PARTIALS = 4;
    private static final int NEAREST = 3;

    private final Map<String, Integer> revisions;

    /** @param count how many there will be at least */
    Names(int count) {
        this.revisions = new LinkedHashMap<>(2 * count);
    }

    /** Gives a name to a revision. Answers the revision that has the name already, or {@link #NONE}. */
    int add(String name, int revision) {
        Integer owner = revisions.putIfAbsent(name, revision);
        return owner == null ? NONE : owner;
    }

    int exact(String name) {
        return revisions.getOrDefault(name, NONE);
    }

    /** The names that begin so. Very short names have no partial form. */
    List<String> startingWith(String beginning) {
        List<String> matches = new ArrayList<>();
        for (String name : revisions.keySet()) {
            if (name.length() >= SHORTEST_WITH_PARTIALS && name.startsWith(beginning)) {
                matches.add(name);
            }
        }
        return matches;
    }

    List<String> nearest(String name) {
        return nearest(name, revisions.keySet());
    }

    private static List<String> nearest(String name, Collection<String> names) {
        record Near(String name, int distance) {}
        int limit = Math.max(1, name.length() / 3);
        List<Near> near = new ArrayList<>();
        for (String candidate : names) {
            if (Math.abs(candidate.length() - name.length()) <= limit) {
                int distance = Nearest.distance(name, candidate);
                if (distance <= limit) {
                    near.add(new Near(candidate, distance));
                }
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(NEAREST)
                .map(Near::name)
                .toList();
    }
}
