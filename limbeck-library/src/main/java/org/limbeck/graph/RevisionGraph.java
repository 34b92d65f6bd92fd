package org.limbeck.graph;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limbeck.graph.GraphProblem.UnknownRevision;

/**
 * Revisions as a directed acyclic graph. Immutable.
 *
 * <p>The order of the graph is the order in which the revisions were given; it breaks ties and nothing else. A target is an
 * identifier, a label or the beginning of one, {@code head}, {@code heads} or {@code base}; {@code branch@} before it keeps to
 * the lineage of a branch, that is of any revision named so; {@code +N} or {@code -N} after it goes N steps up or down. Steps
 * alone count from the rows of the version table, which are the applied revisions that no other applied one requires.
 *
 * <p>Every method that takes a target, rows or an identifier throws a {@link GraphException} that says what is wrong with it.
 */
public final class RevisionGraph {

    private final Structure graph;
    private final List<Set<String>> labels;

    private RevisionGraph(Structure graph) {
        this.graph = graph;
        this.labels = Labels.of(graph);
    }

    /**
     * The graph of revisions.
     *
     * @throws GraphException if identifiers or labels are not valid or not unique, if something refers to what does not exist,
     *     or if revisions stand on each other
     */
    public static RevisionGraph of(Collection<RevisionNode> revisions) {
        return new RevisionGraph(GraphLoader.load(List.copyOf(revisions)));
    }

    /** All revisions in the order of the graph. */
    public List<RevisionNode> revisions() {
        return graph.nodes();
    }

    public boolean contains(String id) {
        int revision = graph.names().exact(id);
        return revision != Names.NONE && graph.id(revision).equals(id);
    }

    /** The revision with exactly this identifier. */
    public RevisionNode node(String id) {
        return graph.nodes().get(exact(id));
    }

    /** Revisions that no other one revises. */
    public List<String> heads() {
        return graph.ids(graph.heads());
    }

    /** Revisions that no other one revises or depends on: what {@code heads} means as a target. */
    public List<String> effectiveHeads() {
        return graph.ids(graph.effectiveHeads());
    }

    /** Revisions that revise nothing. */
    public List<String> bases() {
        return graph.ids(graph.bases());
    }

    /** Revisions that revise nothing and depend on nothing. */
    public List<String> effectiveBases() {
        return graph.ids(graph.where(revision -> graph.requirements()[revision].length == 0));
    }

    /** Revisions that several others revise. */
    public List<String> branchPoints() {
        return graph.ids(graph.where(revision -> graph.children()[revision].length > 1));
    }

    /** Revisions that revise several others. */
    public List<String> mergePoints() {
        return graph.ids(graph.where(revision -> graph.parents()[revision].length > 1));
    }

    /** The revisions that revise this one. */
    public List<String> children(String id) {
        return graph.ids(graph.children()[exact(id)]);
    }

    /**
     * What a revision stands on: the revisions it revises, then its dependencies by identifier, without those that an ancestor
     * declares already.
     */
    public List<String> standsOn(String id) {
        return graph.ids(graph.standsOn()[exact(id)]);
    }

    /** The labels to show with a revision: its own and those of its branch. */
    public Set<String> labels(String id) {
        return labels.get(exact(id));
    }

    /** All revisions that are applied if these are the rows, in the order of the graph. */
    public Set<String> applied(Collection<String> rows) {
        BitSet applied = Closure.of(Structure.set(graph.rows(rows)), graph.standsOn());
        return new LinkedHashSet<>(graph.ids(applied));
    }

    /** The revisions that a target without steps stands for: several for {@code heads}, none for {@code base}. */
    public List<String> resolve(String target) {
        return graph.ids(new Resolver(graph).all(target));
    }

    /** The one revision that a target without steps stands for; empty for {@code base}. */
    public Optional<String> resolveOne(String target) {
        int revision = new Resolver(graph).one(target);
        return revision == Structure.NOTHING ? Optional.empty() : Optional.of(graph.id(revision));
    }

    /** All revisions, heads first: depth-first along a line, and none before all that stand on it. */
    public List<String> history() {
        BitSet all = new BitSet();
        all.set(0, graph.size());
        return graph.ids(HistoryOrder.of(graph, all, graph.effectiveHeads()));
    }

    /**
     * The revisions of a range {@code lower:upper} in the order of history, both ends included. An end left out is
     * {@code base} or {@code heads}; an end may be {@code current}.
     *
     * @param rows the rows of the version table, for {@code current}
     */
    public List<String> history(String range, Collection<String> rows) {
        return graph.ids(new HistoryRange(graph, labels, range, rows).revisions());
    }

    /** How to get from the rows up to all of the targets. No steps if they are applied already. */
    public GraphPlan upgrade(Collection<String> rows, Collection<String> targets) {
        return new UpgradePlanner(graph).plan(rows, targets);
    }

    /** How to get from the rows up to a target. */
    public GraphPlan upgrade(Collection<String> rows, String target) {
        return upgrade(rows, List.of(target));
    }

    /**
     * How to get from the rows down to a target. Whatever stands on an undone revision is undone before it; what undone
     * revisions depended on stays. With several rows, {@code -N} counts from the first and undoes only that branch.
     */
    public GraphPlan downgrade(Collection<String> rows, String target) {
        return new DowngradePlanner(graph).plan(rows, target);
    }

    /**
     * How to change the rows to the targets without running anything. Rows in the lineage of a target, dependencies included,
     * are replaced by it; others stay.
     *
     * @param purge whether to delete all rows first, even of revisions that don't exist
     */
    public GraphPlan stamp(Collection<String> rows, Collection<String> targets, boolean purge) {
        StampPlanner planner = new StampPlanner(graph, labels);
        return purge ? planner.purge(rows, targets) : planner.plan(rows, targets);
    }

    /**
     * The identifiers that a new revision revises: none for {@code base}, several for a merge. Refuses revisions of which one
     * stands on another.
     *
     * @param splice whether a parent need not be a head, so that a new branch begins
     */
    public List<String> parentsOfNew(Collection<String> targets, boolean splice) {
        return new NewRevision(graph).parents(targets, splice);
    }

    /** What a new revision declares as its dependencies: partial identifiers in full, labels as they are. */
    public List<String> dependenciesOfNew(Collection<String> targets) {
        return new NewRevision(graph).dependencies(targets);
    }

    private int exact(String id) {
        int revision = graph.names().exact(id);
        if (revision == Names.NONE || !graph.id(revision).equals(id)) {
            throw new UnknownRevision(
                            id, UnknownRevision.Origin.TARGET, graph.names().nearest(id))
                    .exception();
        }
        return revision;
    }
}
