package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.limbeck.graph.GraphProblem.Cycle;

/** What holds for every graph of revisions. */
class GraphPropertiesTest {

    @Property(tries = 300)
    void upToTheHeadsAndDownToTheBaseLeavesNoRows(@ForAll("graphs") List<RevisionNode> nodes) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        GraphPlan up = graph.upgrade(List.of(), "heads");
        GraphPlan down = graph.downgrade(up.rowsAfter(), "base");

        assertThat(up.revisions()).hasSameSizeAs(nodes).doesNotHaveDuplicates();
        assertThat(up.rowsAfter()).containsExactlyInAnyOrderElementsOf(graph.effectiveHeads());
        assertThat(down.revisions()).containsExactlyInAnyOrderElementsOf(up.revisions());
        assertThat(down.rowsAfter()).isEmpty();
    }

    @Property(tries = 300)
    void rowsAreTheUppermostAppliedRevisions(@ForAll("graphs") List<RevisionNode> nodes) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        GraphPlan up = graph.upgrade(List.of(), "heads");
        Set<String> applied = new HashSet<>();
        for (int index = 0; index < up.steps().size(); index++) {
            applied.add(up.steps().get(index).revision());
            assertThat(up.rowsAfterEachStep().get(index)).isEqualTo(uppermost(nodes, applied));
        }
        GraphPlan down = graph.downgrade(up.rowsAfter(), "base");
        for (int index = 0; index < down.steps().size(); index++) {
            applied.remove(down.steps().get(index).revision());
            assertThat(down.rowsAfterEachStep().get(index)).isEqualTo(uppermost(nodes, applied));
        }
    }

    @Property(tries = 300)
    void everythingRequiredIsAppliedBefore(@ForAll("graphs") List<RevisionNode> nodes) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        Set<String> applied = new HashSet<>();
        for (String revision : graph.upgrade(List.of(), "heads").revisions()) {
            assertThat(applied).containsAll(required(graph.node(revision)));
            applied.add(revision);
        }
    }

    @Property(tries = 300)
    void anUpgradeToOneRevisionAndBackUndoesExactlyThat(
            @ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        String target = nodes.get(random.nextInt(nodes.size())).id();
        GraphPlan up = graph.upgrade(List.of(), target);

        assertThat(up.rowsAfter()).containsExactly(target);
        assertThat(graph.applied(up.rowsAfter())).containsExactlyInAnyOrderElementsOf(up.revisions());
        assertThat(graph.downgrade(up.rowsAfter(), "base").rowsAfter()).isEmpty();
    }

    @Property(tries = 300)
    void theOrderOfTheFilesChangesTiesOnly(@ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        List<RevisionNode> shuffled = new ArrayList<>(nodes);
        Collections.shuffle(shuffled, random);
        RevisionGraph graph = RevisionGraph.of(nodes);
        RevisionGraph other = RevisionGraph.of(shuffled);

        assertThat(other.effectiveHeads()).containsExactlyInAnyOrderElementsOf(graph.effectiveHeads());
        assertThat(other.history()).containsExactlyInAnyOrderElementsOf(graph.history());
        assertThat(other.upgrade(List.of(), "heads").rowsAfter())
                .isEqualTo(graph.upgrade(List.of(), "heads").rowsAfter());
        for (RevisionNode node : nodes) {
            assertThat(other.standsOn(node.id())).isEqualTo(graph.standsOn(node.id()));
            assertThat(other.labels(node.id())).isEqualTo(graph.labels(node.id()));
        }
    }

    @Property(tries = 300)
    void aCycleIsAlwaysFound(@ForAll("graphs") List<RevisionNode> nodes, @ForAll Random random) {
        RevisionGraph graph = RevisionGraph.of(nodes);
        int lower = random.nextInt(nodes.size());
        List<String> above = nodes.stream()
                .map(RevisionNode::id)
                .filter(id ->
                        graph.applied(List.of(id)).contains(nodes.get(lower).id()))
                .toList();
        String upper = above.get(random.nextInt(above.size()));
        boolean byDependency = random.nextBoolean();
        RevisionNode node = nodes.get(lower);
        List<RevisionNode> cyclic = new ArrayList<>(nodes);
        cyclic.set(
                lower,
                new RevisionNode(
                        node.id(),
                        byDependency ? node.revises() : with(node.revises(), upper),
                        byDependency ? with(node.dependsOn(), upper) : node.dependsOn(),
                        node.labels()));

        GraphException refused = catchThrowableOfType(GraphException.class, () -> RevisionGraph.of(cyclic));
        assertThat(refused.problem()).isInstanceOfSatisfying(Cycle.class, cycle -> {
            List<String> ids = cycle.revisions();
            for (int index = 0; index < ids.size(); index++) {
                String next = ids.get((index + 1) % ids.size());
                assertThat(required(find(cyclic, ids.get(index)))).contains(next);
            }
        });
    }

    private static List<String> with(List<String> some, String one) {
        List<String> all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    private static RevisionNode find(List<RevisionNode> nodes, String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    private static Set<String> required(RevisionNode node) {
        Set<String> required = new HashSet<>(node.revises());
        required.addAll(node.dependsOn());
        return required;
    }

    private static Set<String> uppermost(List<RevisionNode> nodes, Set<String> applied) {
        Set<String> below = nodes.stream()
                .filter(node -> applied.contains(node.id()))
                .flatMap(node -> required(node).stream())
                .collect(Collectors.toSet());
        Set<String> uppermost = new HashSet<>(applied);
        uppermost.removeAll(below);
        return uppermost;
    }

    /** Graphs with forks, merges, dependencies and labels, in any order of files. */
    @Provide
    Arbitrary<List<RevisionNode>> graphs() {
        return Arbitraries.integers()
                .between(1, 25)
                .flatMap(size -> Arbitraries.longs().map(seed -> graph(size, new Random(seed))));
    }

    private static List<RevisionNode> graph(int size, Random random) {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            Set<String> parents = some(index, random.nextInt(10) < 2 ? 2 : random.nextInt(8) == 0 ? 0 : 1, random);
            Set<String> dependencies = some(index, random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0, random);
            List<String> labels = random.nextInt(6) == 0 ? List.of("label" + index) : List.of();
            nodes.add(new RevisionNode(id(index), List.copyOf(parents), List.copyOf(dependencies), labels));
        }
        Collections.shuffle(nodes, random);
        return nodes;
    }

    private static Set<String> some(int below, int count, Random random) {
        Set<String> some = new HashSet<>();
        for (int taken = 0; taken < count && below > 0; taken++) {
            some.add(id(Math.max(0, below - 1 - random.nextInt(6))));
        }
        return some;
    }

    private static String id(int index) {
        return "r" + (1000 + index);
    }
}
