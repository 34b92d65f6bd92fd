package org.limbeck.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every recorded case of Alembic: the same steps, rows and end, or the same kind of problem.
 *
 * <p>{@code -Dgraph.cases} and {@code -Dgraph.listing} take other files of the same format.
 */
class GraphCasesTest {

    private static final int SHOWN = 10;

    @Test
    void everyCase() throws Exception {
        JsonNode file = RecordedFiles.read("graph.cases", "/graph/cases.json");
        Map<String, int[]> tally = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (JsonNode testCase : file.get("cases")) {
            JsonNode graph = file.get("graphs").get(testCase.get("graph").asText());
            Optional<String> failure = check(testCase, RecordedFiles.revisions(graph));
            count(tally, testCase.get("outcome").asText(), failure.isEmpty());
            failure.ifPresent(text -> failures.add(testCase.get("name").asText() + " "
                    + testCase.get("command").asText() + " " + testCase.get("target") + " from "
                    + testCase.get("current") + "\n" + text));
        }
        report("graph cases", tally, failures);
    }

    @Test
    void everyListing() throws Exception {
        JsonNode file = RecordedFiles.read("graph.listing", "/graph/listing.json");
        JsonNode graphs = RecordedFiles.read("graph.cases", "/graph/cases.json").get("graphs");
        Map<String, int[]> tally = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (JsonNode listing : file) {
            JsonNode nodes = listing.has("revisions")
                    ? listing
                    : graphs.get(listing.get("graph").asText());
            RevisionGraph graph = RevisionGraph.of(RecordedFiles.revisions(nodes));
            List<String> differences = RecordedListings.differences(listing, graph);
            count(tally, "listings", differences.isEmpty());
            differences.forEach(text -> failures.add(listing.get("graph").asText() + " " + text));
        }
        report("graph listings", tally, failures);
    }

    private static void count(Map<String, int[]> tally, String kind, boolean passed) {
        int[] counts = tally.computeIfAbsent(kind, unused -> new int[2]);
        counts[0] += passed ? 1 : 0;
        counts[1]++;
    }

    private static void report(String what, Map<String, int[]> tally, List<String> failures) {
        int passed = 0;
        int all = 0;
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, int[]> entry : tally.entrySet()) {
            passed += entry.getValue()[0];
            all += entry.getValue()[1];
            text.append(", ")
                    .append(entry.getKey())
                    .append(' ')
                    .append(entry.getValue()[0])
                    .append('/')
                    .append(entry.getValue()[1]);
        }
        System.out.println(what + ": " + passed + " of " + all + " passed" + text);
        assertThat(failures)
                .withFailMessage(() -> failures.size() + " differ, the first are\n"
                        + String.join("\n", failures.subList(0, Math.min(SHOWN, failures.size()))))
                .isEmpty();
        assertThat(all).isPositive();
    }

    /** What is different from the record; nothing if it is as recorded. */
    private static Optional<String> check(JsonNode testCase, List<RevisionNode> nodes) {
        Object actual;
        try {
            actual = run(testCase, RevisionGraph.of(nodes));
        } catch (GraphException e) {
            actual = e.problem();
        }
        boolean plans = testCase.get("outcome").asText().equals("ok") || testCase.has("planned_steps");
        if (plans) {
            return actual instanceof GraphPlan plan ? differences(testCase, nodes, plan) : wrong("a plan", actual);
        }
        return actual instanceof GraphProblem problem && RecordedProblems.matches(testCase, problem)
                ? Optional.empty()
                : wrong(
                        testCase.path("error_kind").asText() + ": "
                                + testCase.path("error").asText() + " ("
                                + testCase.path("error_cause").asText() + ") "
                                + testCase.path("defect").asText(),
                        actual);
    }

    private static Object run(JsonNode testCase, RevisionGraph graph) {
        List<String> rows = RecordedFiles.texts(testCase.get("current"));
        List<String> targets = RecordedFiles.texts(testCase.get("target"));
        return switch (testCase.get("command").asText()) {
            case "upgrade" -> graph.upgrade(rows, targets);
            case "downgrade" -> graph.downgrade(rows, targets.get(0));
            case "stamp" -> graph.stamp(rows, targets, false);
            case "load" -> graph;
            default -> throw new IllegalArgumentException(testCase.toString());
        };
    }

    private static Optional<String> differences(JsonNode testCase, List<RevisionNode> nodes, GraphPlan plan) {
        List<Set<String>> rows = plan.rowsAfterEachStep();
        JsonNode end = testCase.has("end_by_definition") ? testCase.get("end_by_definition") : testCase.get("end");
        if (!plan.rowsAfter().equals(set(end))) {
            return wrong("the end " + end, plan.rowsAfter());
        }
        if (testCase.has("planned_steps")) {
            return plannedSteps(testCase, nodes, plan);
        }
        if (testCase.has("step_orders")) {
            return RecordedFiles.textLists(testCase.get("step_orders")).contains(plan.revisions())
                    ? Optional.empty()
                    : wrong("one of " + testCase.get("step_orders"), plan.revisions());
        }
        JsonNode steps = testCase.get("steps");
        if (steps.size() != plan.steps().size()) {
            return wrong("the steps " + steps, plan.steps());
        }
        for (int index = 0; index < steps.size(); index++) {
            JsonNode expected = steps.get(index);
            JsonNode expectedRows = testCase.has("rows_by_definition")
                    ? testCase.get("rows_by_definition").get(index)
                    : expected.get("rows");
            if (!sameStep(expected, plan.steps().get(index)) || !rows.get(index).equals(set(expectedRows))) {
                return wrong(
                        "step " + index + " " + expected + " with rows " + expectedRows,
                        plan.steps().get(index) + " with rows " + rows.get(index));
            }
        }
        return Optional.empty();
    }

    /** These were recorded once only, although Alembic takes the dependencies of one revision in any order. */
    private static Optional<String> plannedSteps(JsonNode testCase, List<RevisionNode> nodes, GraphPlan plan) {
        List<String> planned = new ArrayList<>();
        testCase.get("planned_steps")
                .forEach(step -> planned.add(step.get("revision").asText()));
        if (planned.equals(plan.revisions())) {
            return Optional.empty();
        }
        for (int index = 0; index < nodes.size(); index++) {
            RevisionNode node = nodes.get(index);
            if (node.dependsOn().size() > 1) {
                List<String> reversed = new ArrayList<>(node.dependsOn());
                Collections.reverse(reversed);
                List<RevisionNode> others = new ArrayList<>(nodes);
                others.set(index, new RevisionNode(node.id(), node.revises(), reversed, node.labels()));
                if (run(testCase, RevisionGraph.of(others)) instanceof GraphPlan other
                        && planned.equals(other.revisions())) {
                    System.out.println(testCase.get("name").asText()
                            + ": the recorded order is that of the dependencies of " + node.id() + " reversed");
                    return Optional.empty();
                }
            }
        }
        return wrong("the steps " + planned, plan.revisions());
    }

    private static boolean sameStep(JsonNode expected, GraphStep step) {
        boolean sameDirection =
                expected.get("direction").asText().equals(step.direction() == Direction.UP ? "up" : "down");
        if (expected.has("revision")) {
            return sameDirection && expected.get("revision").asText().equals(step.revision());
        }
        return sameDirection
                && set(expected.get("from")).equals(Set.copyOf(step.from()))
                && set(expected.get("to")).equals(Set.copyOf(step.to()));
    }

    private static Set<String> set(JsonNode texts) {
        return new TreeSet<>(RecordedFiles.texts(texts));
    }

    private static Optional<String> wrong(Object expected, Object actual) {
        return Optional.of("  expected " + expected + "\n  actual   " + actual);
    }
}
