package org.limbeck.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares a graph with what Alembic lists of it. */
final class RecordedListings {

    private RecordedListings() {}

    static List<String> differences(JsonNode listing, RevisionGraph graph) {
        List<String> differences = new ArrayList<>();
        compare(differences, "heads", RecordedFiles.texts(listing.get("heads")), graph.heads());
        compare(
                differences,
                "effective heads",
                RecordedFiles.texts(listing.get("effective_heads")),
                graph.effectiveHeads());
        compare(differences, "bases", RecordedFiles.texts(listing.get("bases")), graph.bases());
        compare(
                differences,
                "effective bases",
                RecordedFiles.texts(listing.get("effective_bases")),
                graph.effectiveBases());
        compare(
                differences,
                "branch points",
                sorted(listing.get("branch_points_sorted")),
                new TreeSet<>(graph.branchPoints()));
        compare(
                differences,
                "merge points",
                sorted(listing.get("merge_points_sorted")),
                new TreeSet<>(graph.mergePoints()));
        for (JsonNode branchPoint : listing.get("branch_points")) {
            String id = branchPoint.get("id").asText();
            compare(
                    differences,
                    "children of " + id,
                    sorted(branchPoint.get("into")),
                    new TreeSet<>(graph.children(id)));
        }
        compare(differences, "labels", byRevision(listing.get("labels")), actual(graph, true));
        compare(differences, "parents", byRevision(listing.get("normalized_down")), actual(graph, false));
        compareHistory(differences, "history", listing, listing.get("history_variants"), graph.history());
        for (JsonNode range : listing.get("ranges")) {
            compareRange(differences, range, graph);
        }
        return differences;
    }

    private static void compareRange(List<String> differences, JsonNode recorded, RevisionGraph graph) {
        String range = recorded.get("range").asText();
        List<String> history;
        try {
            history = graph.history(range, List.of());
        } catch (GraphException e) {
            if (recorded.has("history")
                    || !(recorded.path("crash").asBoolean() || RecordedProblems.matches(recorded, e.problem()))) {
                differences.add("range " + range + " expected " + recorded + " actual " + e.problem());
            }
            return;
        }
        if (recorded.has("history")) {
            compareHistory(differences, "range " + range, recorded, recorded.get("variants"), history);
        } else if (!recorded.path("crash").asBoolean()) {
            differences.add("range " + range + " expected " + recorded + " actual " + history);
        }
    }

    private static void compareHistory(
            List<String> differences, String what, JsonNode recorded, JsonNode variants, List<String> actual) {
        if (variants == null || !RecordedFiles.textLists(variants).contains(actual)) {
            compare(differences, what, RecordedFiles.texts(recorded.get("history")), actual);
        }
    }

    private static void compare(List<String> differences, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differences.add(what + "\n  expected " + expected + "\n  actual   " + actual);
        }
    }

    private static Set<String> sorted(JsonNode texts) {
        return new TreeSet<>(RecordedFiles.texts(texts));
    }

    private static Map<String, Set<String>> byRevision(JsonNode texts) {
        Map<String, Set<String>> map = new HashMap<>();
        texts.fieldNames().forEachRemaining(id -> map.put(id, sorted(texts.get(id))));
        return map;
    }

    private static Map<String, Set<String>> actual(RevisionGraph graph, boolean labels) {
        Map<String, Set<String>> map = new HashMap<>();
        for (RevisionNode node : graph.revisions()) {
            map.put(node.id(), new TreeSet<>(labels ? graph.labels(node.id()) : graph.standsOn(node.id())));
        }
        return map;
    }
}
