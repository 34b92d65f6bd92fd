package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand revisions, in shapes that make simple algorithms quadratic or run out of stack. */
class GraphScaleTest {

    private static final int SIZE = 10_000;
    private static final Duration GENEROUS = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void isPlannedAtOnce(String name, List<RevisionNode> nodes) {
        assertTimeout(GENEROUS, () -> {
            RevisionGraph graph = RevisionGraph.of(nodes);
            GraphPlan up = graph.upgrade(List.of(), "heads");
            GraphPlan down = graph.downgrade(up.rowsAfter(), "base");

            assertThat(graph.history()).hasSize(SIZE);
            assertThat(up.steps()).hasSize(SIZE);
            assertThat(down.steps()).hasSize(SIZE);
            assertThat(down.rowsAfter()).isEmpty();
        });
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("line", index -> List.of(index - 1)),
                shape("diamonds", GraphScaleTest::diamond),
                shape("star", index -> List.of(0)),
                shape("lines of two", index -> List.of(index % 2 == 1 ? 0 : index - 1)),
                shape("hundred branches", index -> List.of(Math.max(0, index - 100))),
                shape(
                        "forks and merges",
                        index -> index % 101 == 0
                                ? IntStream.range(index - 100, index).boxed().toList()
                                : List.of(index - index % 101)),
                shape(
                        "ladder",
                        index -> index % 2 == 1 && index > 1
                                ? List.of(index - 2, index - 1)
                                : List.of(Math.max(0, index - 2))));
    }

    private static List<Integer> diamond(int index) {
        return index % 3 == 0 ? List.of(index - 2, index - 1) : List.of(index - index % 3);
    }

    private static Arguments shape(String name, IntFunction<List<Integer>> parents) {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int index = 0; index < SIZE; index++) {
            List<Integer> parentIndexes = index == 0 ? List.of() : parents.apply(index);
            nodes.add(new RevisionNode(
                    id(index), parentIndexes.stream().map(GraphScaleTest::id).toList(), List.of(), List.of()));
        }
        return arguments(name, nodes);
    }

    private static String id(int index) {
        return Integer.toHexString(0x10000000 + index * 7);
    }
}
