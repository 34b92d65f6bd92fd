package org.limbeck.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limbeck.graph.GraphProblem.UnknownRevision;
import org.limbeck.graph.GraphProblem.UnknownRevision.Origin;

/**
 * A valid graph, with revisions as numbers in the order of the graph.
 *
 * @param nodes the revisions
 * @param names what they can be called by
 * @param parents what each revises
 * @param requirements parents and all dependencies
 * @param standsOn parents and those dependencies that no ancestor by parents declares: what counts as its edges
 * @param children who revises it
 * @param dependents who requires it
 * @param above who stands on it
 */
@SuppressWarnings("ArrayRecordComponent")
record Structure(
        List<RevisionNode> nodes,
        Names names,
        int[][] parents,
        int[][] requirements,
        int[][] standsOn,
        int[][] children,
        int[][] dependents,
        int[][] above) {

    /** Stands where a revision could stand and there is none: the empty database. */
    static final int NOTHING = -1;

    static Structure of(List<RevisionNode> nodes, Names names, int[][] parents, int[][] dependencies) {
        int[][] children = Edges.reversed(parents);
        if (Edges.isEmpty(dependencies)) {
            return new Structure(nodes, names, parents, parents, parents, children, children, children);
        }
        int[][] requirements = Edges.union(parents, dependencies);
        int[][] standsOn = Edges.union(parents, Dependencies.normalised(parents, dependencies));
        return new Structure(
                nodes,
                names,
                parents,
                requirements,
                standsOn,
                children,
                Edges.reversed(requirements),
                Edges.reversed(standsOn));
    }

    int size() {
        return nodes.size();
    }

    String id(int revision) {
        return nodes.get(revision).id();
    }

    List<String> ids(int... revisions) {
        List<String> ids = new ArrayList<>(revisions.length);
        for (int revision : revisions) {
            ids.add(id(revision));
        }
        return ids;
    }

    List<String> ids(BitSet revisions) {
        List<String> ids = new ArrayList<>();
        for (int revision = revisions.nextSetBit(0); revision >= 0; revision = revisions.nextSetBit(revision + 1)) {
            ids.add(id(revision));
        }
        return ids;
    }

    int[] where(IntPredicate condition) {
        return IntStream.range(0, size()).filter(condition).toArray();
    }

    int[] heads() {
        return withoutEnds(children);
    }

    int[] effectiveHeads() {
        return withoutEnds(dependents);
    }

    int[] bases() {
        return withoutEnds(parents);
    }

    /** Those from which nothing leads away. */
    private static int[] withoutEnds(int[][] edges) {
        int[] found = new int[edges.length];
        int count = 0;
        for (int revision = 0; revision < edges.length; revision++) {
            if (edges[revision].length == 0) {
                found[count++] = revision;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The revision itself with all its ancestors and descendants by parents. */
    BitSet lineage(int revision) {
        BitSet lineage = Closure.of(revision, parents);
        lineage.or(Closure.of(revision, children));
        return lineage;
    }

    /** The same, by parents and dependencies. */
    BitSet lineageWithDependencies(int revision) {
        BitSet lineage = Closure.of(revision, standsOn);
        lineage.or(Closure.of(revision, above));
        return lineage;
    }

    /** The revisions of the version table's rows, in the order of the rows. */
    int[] rows(Collection<String> rows) {
        Set<String> distinct = new LinkedHashSet<>(rows);
        int[] revisions = new int[distinct.size()];
        int count = 0;
        for (String row : distinct) {
            revisions[count++] = row(row);
        }
        return revisions;
    }

    int row(String row) {
        int revision = names.exact(row);
        // A label has the same kind of name and never stands in the table.
        if (revision == Names.NONE || !id(revision).equals(row)) {
            throw new UnknownRevision(row, Origin.ROW, names.nearest(row)).exception();
        }
        return revision;
    }

    static BitSet set(int... revisions) {
        BitSet set = new BitSet();
        for (int revision : revisions) {
            set.set(revision);
        }
        return set;
    }
}
