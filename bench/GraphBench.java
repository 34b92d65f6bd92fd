import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.limbeck.graph.GraphPlan;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/**
 * Builds a graph of ten thousand revisions and plans an upgrade of all of them. Prints a line for each shape: its name, the
 * seconds of the first time in this process, the median seconds of later times, with tabs between.
 */
final class GraphBench {

    private static final int REVISIONS = 10_000;
    private static final int TIMES = 15;

    private GraphBench() {}

    public static void main(String[] args) {
        measure("10,000 revisions in a line planned", line());
        measure("10,000 revisions in diamonds planned", diamonds());
    }

    private static void measure(String name, List<RevisionNode> nodes) {
        double cold = seconds(nodes);
        double[] warm = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            warm[time] = seconds(nodes);
        }
        Arrays.sort(warm);
        System.out.println(name + "\t" + cold + "\t" + warm[TIMES / 2]);
    }

    private static double seconds(List<RevisionNode> nodes) {
        long start = System.nanoTime();
        GraphPlan plan = RevisionGraph.of(nodes).upgrade(Set.of(), "heads");
        double seconds = (System.nanoTime() - start) / 1e9;
        if (plan.steps().size() != nodes.size()) {
            throw new IllegalStateException("planned " + plan.steps().size() + " of " + nodes.size());
        }
        return seconds;
    }

    private static List<RevisionNode> line() {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int number = 0; number < REVISIONS; number++) {
            nodes.add(node(number, number == 0 ? List.of() : List.of(id(number - 1))));
        }
        return nodes;
    }

    /** A revision, two that revise it, and one that merges both, which is the first of the next diamond. */
    private static List<RevisionNode> diamonds() {
        List<RevisionNode> nodes = new ArrayList<>();
        nodes.add(node(0, List.of()));
        for (int top = 0; top + 3 < REVISIONS; top += 3) {
            nodes.add(node(top + 1, List.of(id(top))));
            nodes.add(node(top + 2, List.of(id(top))));
            nodes.add(node(top + 3, List.of(id(top + 1), id(top + 2))));
        }
        return nodes;
    }

    private static RevisionNode node(int number, List<String> revises) {
        return new RevisionNode(id(number), revises, List.of(), List.of());
    }

    private static String id(int number) {
        return String.format("%08x", number);
    }
}
