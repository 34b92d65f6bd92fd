package org.limbeck.graph;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.graph.GraphProblem.Cycle;
import org.limbeck.graph.GraphProblem.DuplicateLabel;
import org.limbeck.graph.GraphProblem.DuplicateRevision;
import org.limbeck.graph.GraphProblem.InvalidId;
import org.limbeck.graph.GraphProblem.InvalidId.Flaw;
import org.limbeck.graph.GraphProblem.MissingRevision;
import org.limbeck.graph.GraphProblem.MissingRevision.Relation;

/** Checks revisions and makes a graph of them. The first problem is reported, names before edges before cycles. */
final class GraphLoader {

    private static final int LONGEST_ID = 32;
    private static final String SEPARATORS = "@-+:,";
    private static final Set<String> WORDS = Set.of("head", "heads", "base", "current");

    private final List<RevisionNode> nodes;
    private final Names names;

    private GraphLoader(List<RevisionNode> nodes) {
        this.nodes = nodes;
        this.names = new Names(nodes.size());
    }

    static Structure load(List<RevisionNode> nodes) {
        return new GraphLoader(nodes).load();
    }

    private Structure load() {
        for (int position = 0; position < nodes.size(); position++) {
            checkId(nodes.get(position).id(), position);
        }
        nameRevisions();
        nameLabels();
        int[][] parents = new int[nodes.size()][];
        int[][] dependencies = new int[nodes.size()][];
        for (int position = 0; position < nodes.size(); position++) {
            RevisionNode node = nodes.get(position);
            parents[position] = ends(node, node.revises(), Relation.REVISES);
            dependencies[position] = ends(node, node.dependsOn(), Relation.DEPENDS_ON);
        }
        checkCycles(Edges.isEmpty(dependencies) ? parents : Edges.union(parents, dependencies));
        return Structure.of(nodes, names, parents, dependencies);
    }

    private static void checkId(String id, int position) {
        if (id.isEmpty()) {
            throw new InvalidId(id, position, Flaw.EMPTY, "").exception();
        }
        String offending = offending(id);
        if (!offending.isEmpty()) {
            throw new InvalidId(id, position, Flaw.FORBIDDEN_CHARACTER, offending).exception();
        }
        if (id.codePointCount(0, id.length()) > LONGEST_ID) {
            throw new InvalidId(id, position, Flaw.TOO_LONG, "").exception();
        }
        if (WORDS.contains(id)) {
            throw new InvalidId(id, position, Flaw.RESERVED, "").exception();
        }
    }

    // Loops, not streams, wherever each revision passes: ten thousand are read by a JVM that has just started.
    private static String offending(String id) {
        String offending = "";
        for (int i = 0; i < id.length(); i++) {
            char character = id.charAt(i);
            boolean forbidden = SEPARATORS.indexOf(character) >= 0
                    || Character.isWhitespace(character)
                    || Character.isISOControl(character);
            if (forbidden && offending.indexOf(character) < 0) {
                offending += character;
            }
        }
        return offending;
    }

    private void nameRevisions() {
        for (int position = 0; position < nodes.size(); position++) {
            String id = nodes.get(position).id();
            if (names.add(id, position) != Names.NONE) {
                int[] positions = IntStream.range(0, nodes.size())
                        .filter(other -> nodes.get(other).id().equals(id))
                        .toArray();
                throw new DuplicateRevision(id, Arrays.stream(positions).boxed().toList()).exception();
            }
        }
    }

    private void nameLabels() {
        for (int position = 0; position < nodes.size(); position++) {
            for (String label : nodes.get(position).labels()) {
                int owner = names.add(label, position);
                if (owner != Names.NONE) {
                    throw new DuplicateLabel(
                                    label,
                                    nodes.get(position).id(),
                                    nodes.get(owner).id())
                            .exception();
                }
            }
        }
    }

    /** Parents are named by identifiers, dependencies by identifiers or labels. Neither may be partial. */
    private int[] ends(RevisionNode node, List<String> references, Relation relation) {
        int[] ends = new int[references.size()];
        int count = 0;
        for (String reference : references) {
            int end = names.exact(reference);
            if (end == Names.NONE
                    || (relation == Relation.REVISES && !nodes.get(end).id().equals(reference))) {
                throw new MissingRevision(node.id(), reference, relation, names.nearest(reference)).exception();
            }
            if (!contains(ends, count, end)) {
                ends[count++] = end;
            }
        }
        return count == ends.length ? ends : Arrays.copyOf(ends, count);
    }

    private static boolean contains(int[] values, int count, int value) {
        for (int i = 0; i < count; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** Takes away whatever stands on nothing, again and again; what is left contains a cycle. */
    private void checkCycles(int[][] requirements) {
        int[][] dependents = Edges.reversed(requirements);
        int[] waiting = new int[requirements.length];
        int[] ready = new int[requirements.length];
        int end = 0;
        for (int revision = 0; revision < requirements.length; revision++) {
            waiting[revision] = requirements[revision].length;
            if (waiting[revision] == 0) {
                ready[end++] = revision;
            }
        }
        for (int next = 0; next < end; next++) {
            for (int dependent : dependents[ready[next]]) {
                if (--waiting[dependent] == 0) {
                    ready[end++] = dependent;
                }
            }
        }
        if (end < requirements.length) {
            throw cycle(requirements, waiting).exception();
        }
    }

    /** Goes down among the revisions that are left until one comes again. */
    private Cycle cycle(int[][] requirements, int[] waiting) {
        int revision = IntStream.range(0, waiting.length)
                .filter(any -> waiting[any] > 0)
                .findFirst()
                .orElseThrow();
        Map<Integer, Integer> steps = new LinkedHashMap<>();
        while (steps.putIfAbsent(revision, steps.size()) == null) {
            revision = Arrays.stream(requirements[revision])
                    .filter(next -> waiting[next] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        return new Cycle(steps.keySet().stream()
                .skip(steps.get(revision))
                .map(position -> nodes.get(position).id())
                .toList());
    }
}
