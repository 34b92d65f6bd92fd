package org.limbeck.graph;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Steps down that start neither at a name nor at rows: they start at every effective head, or every one with a label. */
final class BelowHeads {

    /** Stands where a head has too few revisions below it. */
    static final int TOO_FEW = -2;

    private BelowHeads() {}

    /** Reads {@code -N} and {@code label@-N}; null if the text is anything else. */
    static Target.@Nullable Relative parse(Structure graph, String text) {
        return Target.parse(text, graph.names()) instanceof Target.Relative relative
                        && relative.start() == null
                        && relative.steps() < 0
                ? relative
                : null;
    }

    /** For each head a revision, {@link Structure#NOTHING} for the step below a base, or {@link #TOO_FEW}. */
    static int[] of(Structure graph, List<Set<String>> labels, Target.Relative target) {
        Walk walk = new Walk(graph, new Resolver(graph), false);
        return heads(graph, labels, target)
                .map(head -> {
                    int bottom = walk.downAtMost(head, -target.steps() - 1, target.text());
                    return bottom == Structure.NOTHING ? TOO_FEW : walk.downAtMost(bottom, 1, target.text());
                })
                .toArray();
    }

    /** Throws what there is to say of the first head that has too few. */
    static void refuse(Structure graph, List<Set<String>> labels, Target.Relative target) {
        Walk walk = new Walk(graph, new Resolver(graph), false);
        heads(graph, labels, target).forEach(head -> walk.down(head, -target.steps(), target.text()));
    }

    private static IntStream heads(Structure graph, List<Set<String>> labels, Target.Relative target) {
        String label = target.branch();
        return IntStream.of(graph.effectiveHeads())
                .filter(head -> label == null || labels.get(head).contains(label));
    }
}
