package org.limbeck.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.limbeck.graph.GraphProblem.DuplicateHeads;
import org.limbeck.graph.GraphProblem.NotAHead;
import org.limbeck.graph.GraphProblem.OverlappingRevisions.Given;

/** Finds what a revision that is to be written stands on. */
final class NewRevision {

    private final Structure graph;
    private final Resolver resolver;

    NewRevision(Structure graph) {
        this.graph = graph;
        this.resolver = new Resolver(graph);
    }

    List<String> parents(Collection<String> targets, boolean splice) {
        List<Integer> parents = new ArrayList<>();
        BitSet seen = new BitSet();
        for (String target : targets) {
            for (int parent : resolver.all(target)) {
                if (seen.get(parent)) {
                    throw new DuplicateHeads(graph.id(parent)).exception();
                }
                seen.set(parent);
                parents.add(parent);
            }
        }
        int[] revisions = parents.stream().mapToInt(Integer::intValue).toArray();
        Overlap.check(graph, graph.standsOn(), Given.PARENTS, revisions);
        for (int parent : revisions) {
            int[] children = graph.children()[parent];
            if (children.length > 0 && !splice) {
                throw new NotAHead(graph.id(parent), graph.ids(children)).exception();
            }
        }
        return graph.ids(revisions);
    }

    /** Identifiers in full; labels stay labels. */
    List<String> dependencies(Collection<String> targets) {
        List<String> dependencies = new ArrayList<>();
        for (String target : targets) {
            if (graph.names().exact(target) != Names.NONE) {
                dependencies.add(target);
            } else {
                dependencies.addAll(graph.ids(resolver.all(target)));
            }
        }
        return dependencies.stream().distinct().toList();
    }
}
