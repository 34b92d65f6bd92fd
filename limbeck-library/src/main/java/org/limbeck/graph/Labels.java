package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The labels that each revision is shown with: its own, those it has from below, and those of an unforked line above. */
final class Labels {

    private final Structure graph;
    private final List<Set<String>> labels;

    private Labels(Structure graph) {
        this.graph = graph;
        this.labels = new ArrayList<>(graph.size());
        graph.nodes().forEach(node -> labels.add(Set.copyOf(node.labels())));
    }

    static List<Set<String>> of(Structure graph) {
        if (!hasAny(graph.nodes())) {
            return Collections.nCopies(graph.size(), Set.of());
        }
        Labels labels = new Labels(graph);
        labels.spreadUp();
        labels.spreadDown();
        return List.copyOf(labels.labels);
    }

    private static boolean hasAny(List<RevisionNode> nodes) {
        for (RevisionNode node : nodes) {
            if (!node.labels().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void spreadUp() {
        int[] waiting = new int[graph.size()];
        int[] bases = graph.bases();
        int[] order = Arrays.copyOf(bases, graph.size());
        int end = bases.length;
        for (int next = 0; next < end; next++) {
            int revision = order[next];
            for (int parent : graph.parents()[revision]) {
                labels.set(revision, joined(labels.get(revision), labels.get(parent)));
            }
            for (int child : graph.children()[revision]) {
                if (++waiting[child] == graph.parents()[child].length) {
                    order[end++] = child;
                }
            }
        }
    }

    private void spreadDown() {
        for (int revision = 0; revision < graph.size(); revision++) {
            if (!graph.nodes().get(revision).labels().isEmpty() && isUnforkedToItsHead(revision)) {
                Set<String> names = labels.get(revision);
                int at = revision;
                while (isPlain(at)) {
                    labels.set(at, joined(labels.get(at), names));
                    if (graph.parents()[at].length == 0) {
                        break;
                    }
                    at = graph.parents()[at][0];
                }
            }
        }
    }

    private boolean isUnforkedToItsHead(int revision) {
        int at = revision;
        while (isPlain(at)) {
            if (graph.children()[at].length == 0) {
                return true;
            }
            at = graph.children()[at][0];
        }
        return false;
    }

    private boolean isPlain(int revision) {
        return graph.dependents()[revision].length < 2 && graph.parents()[revision].length < 2;
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        if (some.containsAll(more)) {
            return some;
        }
        if (more.containsAll(some)) {
            return more;
        }
        Set<String> joined = new LinkedHashSet<>(some);
        joined.addAll(more);
        return Set.copyOf(joined);
    }
}
