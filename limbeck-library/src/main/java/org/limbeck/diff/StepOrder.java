package org.limbeck.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.operation.Operation;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;

/** Puts steps into an order in which everything is there while it is needed: created before it is used, dropped after. */
final class StepOrder {

    private final List<Step> steps;
    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] waitingFor;

    private StepOrder(List<Step> steps) {
        this.steps = steps;
        this.waitingFor = new int[steps.size()];
        steps.forEach(step -> followers.add(new ArrayList<>()));
    }

    static List<Operation> sorted(List<Step> steps, Schema before, Schema after) {
        StepOrder order = new StepOrder(steps);
        Map<ObjectId, List<Integer>> removing = order.byId(Step::removes);
        Map<ObjectId, List<Integer>> adding = order.byId(Step::adds);
        order.edges(before, order.byId(Step::leaves), removing, false);
        order.edges(after, order.byId(Step::takes), adding, true);
        order.following(adding);
        order.names();
        return order.sort();
    }

    private interface Part {
        Set<ObjectId> of(Step step);
    }

    private Map<ObjectId, List<Integer>> byId(Part part) {
        Map<ObjectId, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (ObjectId id : part.of(steps.get(i))) {
                found.computeIfAbsent(id, key -> new ArrayList<>(1)).add(i);
            }
        }
        return found;
    }

    private void edges(
            Schema schema, Map<ObjectId, List<Integer>> users, Map<ObjectId, List<Integer>> used, boolean usedFirst) {
        if (users.isEmpty() || used.isEmpty()) {
            return;
        }
        Set<QualifiedName> names = new HashSet<>();
        users.keySet().forEach(id -> names.add(id.name()));
        for (Dependency dependency : Needs.of(schema, names::contains)) {
            List<Integer> from = users.getOrDefault(dependency.from(), List.of());
            for (int user : from) {
                for (int other : used.getOrDefault(dependency.to(), List.of())) {
                    edge(usedFirst ? other : user, usedFirst ? user : other);
                }
            }
        }
    }

    private void following(Map<ObjectId, List<Integer>> adding) {
        for (int i = 0; i < steps.size(); i++) {
            for (ObjectId id : steps.get(i).follows()) {
                for (int other : adding.getOrDefault(id, List.of())) {
                    edge(other, i);
                }
            }
        }
    }

    /** What goes frees its name for what comes. */
    private void names() {
        Map<Place, List<Integer>> removing = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (ObjectId id : steps.get(i).removes()) {
                removing.computeIfAbsent(Place.of(id), key -> new ArrayList<>(1))
                        .add(i);
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            for (ObjectId id : steps.get(i).adds()) {
                for (int other : removing.getOrDefault(Place.of(id), List.of())) {
                    edge(other, i);
                }
            }
        }
    }

    /** Where a name can stand once. Relations, types, and constraints with an index share one place. */
    private record Place(
            String sort, QualifiedName name, @Nullable String part) {

        static Place of(ObjectId id) {
            return switch (id.kind()) {
                case CONSTRAINT -> new Place("relation", id.name().withName(String.valueOf(id.part())), null);
                case FUNCTION, PROCEDURE, AGGREGATE -> new Place("routine", id.name(), id.part());
                case TABLE,
                        FOREIGN_TABLE,
                        INDEX,
                        SEQUENCE,
                        VIEW,
                        MATERIALIZED_VIEW,
                        ENUM,
                        DOMAIN,
                        COMPOSITE_TYPE,
                        RANGE_TYPE -> new Place("relation", id.name(), null);
                default -> new Place(id.kind().name(), id.name(), id.part());
            };
        }
    }

    private void edge(int first, int second) {
        if (first != second) {
            followers.get(first).add(second);
            waitingFor[second]++;
        }
    }

    private List<Operation> sort() {
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.comparing((Integer i) -> steps.get(i).phase()).thenComparing(Comparator.naturalOrder()));
        boolean[] done = new boolean[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            if (waitingFor[i] == 0) {
                ready.add(i);
            }
        }
        List<Operation> sorted = new ArrayList<>();
        for (int count = 0; count < steps.size(); count++) {
            int next = ready.isEmpty() ? breakCycle(done) : ready.remove();
            done[next] = true;
            sorted.addAll(steps.get(next).operations());
            for (int follower : followers.get(next)) {
                if (--waitingFor[follower] == 0 && !done[follower]) {
                    ready.add(follower);
                }
            }
        }
        return sorted;
    }

    /** Takes the step that waits for the fewest others; where needs form a circle no order satisfies all. */
    private int breakCycle(boolean[] done) {
        int best = -1;
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && (best < 0 || waitingFor[i] < waitingFor[best])) {
                best = i;
            }
        }
        Arrays.fill(waitingFor, best, best + 1, 0);
        return best;
    }
}
