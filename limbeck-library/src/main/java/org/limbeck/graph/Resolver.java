package org.limbeck.graph;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.limbeck.graph.GraphProblem.AmbiguousId;
import org.limbeck.graph.GraphProblem.InvalidTarget;
import org.limbeck.graph.GraphProblem.SeveralHeads;
import org.limbeck.graph.GraphProblem.UnknownRevision;

/** Finds the revisions that a name stands for. */
final class Resolver {

    private final Structure graph;

    Resolver(Structure graph) {
        this.graph = graph;
    }

    /**
     * The revisions of an identifier, a label, the beginning of one, {@code head}, {@code heads} or {@code base}, each perhaps
     * with a branch and {@code @} before it. None for {@code base}.
     */
    int[] all(String text) {
        int at = text.indexOf('@');
        return at < 0 ? all(text, null, text) : all(text.substring(at + 1), text.substring(0, at), text);
    }

    private int[] all(String name, @Nullable String branch, String text) {
        return switch (name) {
            case "base" -> new int[0];
            case "heads" -> branch == null ? graph.effectiveHeads() : headsOf(branch);
            case "head" -> {
                int[] heads = branch == null ? graph.heads() : headsOf(branch);
                if (heads.length > 1) {
                    throw new SeveralHeads(text, graph.ids(heads)).exception();
                }
                yield heads;
            }
            default -> new int[] {branch == null ? named(name) : named(name, branch)};
        };
    }

    private int[] headsOf(String branch) {
        return within(graph.heads(), branch);
    }

    /** The one revision of a name, or {@link Structure#NOTHING} for {@code base}. */
    int one(String text) {
        int[] all = all(text);
        if (all.length > 1) {
            throw new SeveralHeads(text, graph.ids(all)).exception();
        }
        return all.length == 0 ? Structure.NOTHING : all[0];
    }

    /** Those revisions that share the lineage of a branch. The branch is looked at only if there are revisions. */
    int[] within(int[] revisions, @Nullable String branch) {
        if (branch == null || revisions.length == 0) {
            return revisions;
        }
        BitSet lineage = graph.lineage(named(branch));
        return IntStream.of(revisions).filter(lineage::get).toArray();
    }

    /** The revision of an identifier, a label or the beginning of one. */
    int named(String name) {
        int exact = graph.names().exact(name);
        return exact == Names.NONE ? only(name, graph.names().startingWith(name)) : exact;
    }

    /** The same on a branch; on it, fewer names can begin with a partial one. */
    private int named(String name, String branch) {
        BitSet lineage = graph.lineage(named(branch));
        int exact = graph.names().exact(name);
        if (exact == Names.NONE) {
            return only(
                    name,
                    graph.names().startingWith(name).stream()
                            .filter(candidate -> lineage.get(graph.names().exact(candidate)))
                            .toList());
        }
        if (!lineage.get(exact)) {
            throw new InvalidTarget(branch + "@" + name, InvalidTarget.Reason.NOT_ON_BRANCH, List.of(branch))
                    .exception();
        }
        return exact;
    }

    private int only(String name, List<String> candidates) {
        if (name.isEmpty() || candidates.isEmpty()) {
            boolean steps = Target.Relative.PATTERN.matcher(name).matches();
            throw new UnknownRevision(
                            name,
                            steps ? UnknownRevision.Origin.RELATIVE_STEP : UnknownRevision.Origin.TARGET,
                            graph.names().nearest(name))
                    .exception();
        }
        if (candidates.size() > 1) {
            throw new AmbiguousId(name, candidates).exception();
        }
        return graph.names().exact(candidates.get(0));
    }
}
