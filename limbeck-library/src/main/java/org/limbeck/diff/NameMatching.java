package org.limbeck.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameIndex;
import org.limbeck.schema.ColumnReference;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/**
 * Finds constraints, indexes and sequences that are the same but for their names. Where the desired name is only what the
 * server would have chosen, nobody asks for it, and the actual one stays; otherwise they are renamed.
 *
 * @param actual with the new names
 * @param desired with the names that stay
 * @param operations what gives the new names
 */
record NameMatching(Schema actual, Schema desired, List<Operation> operations) {

    private static final String ANY = "any";

    /**
     * Matches names.
     *
     * @param outdated constraints and indexes whose names the server made of names that are no more; these follow
     */
    static NameMatching of(Schema actual, Schema desired, Set<ObjectId> outdated) {
        Search search = new Search(actual, desired, outdated);
        desired.all(Table.class).forEach(search::table);
        search.indexes();
        search.sequences();
        return new NameMatching(
                new Renaming(actual, search.renamed, Map.of()).schema(),
                new Renaming(desired, search.kept, Map.of()).schema(),
                search.operations);
    }

    /** The constraints and indexes whose names the server made. */
    static Set<ObjectId> madeByServer(Schema schema) {
        Set<ObjectId> made = new HashSet<>();
        for (Table table : schema.all(Table.class)) {
            for (Constraint constraint : table.constraints()) {
                if (ServerNames.made(table, constraint)) {
                    made.add(Elements.of(table, constraint));
                }
            }
        }
        schema.all(Index.class).stream().filter(ServerNames::made).forEach(index -> made.add(index.id()));
        return made;
    }

    private static final class Search {

        private final Schema actual;
        private final Schema desired;
        private final Set<ObjectId> outdated;
        private final Map<ObjectId, String> renamed = new HashMap<>();
        private final Map<ObjectId, String> kept = new HashMap<>();
        private final List<Operation> operations = new ArrayList<>();
        private final Set<QualifiedName> names = new HashSet<>();

        Search(Schema actual, Schema desired, Set<ObjectId> outdated) {
            this.actual = actual;
            this.desired = desired;
            this.outdated = outdated;
        }

        void table(Table table) {
            Table old = actual.table(table.name());
            if (old == null || old.constraints().equals(table.constraints())) {
                return;
            }
            Map<Constraint, Deque<Constraint>> candidates = new HashMap<>();
            for (Constraint constraint : old.constraints()) {
                if (Elements.constraint(table, Elements.nameOf(constraint)) == null) {
                    candidates
                            .computeIfAbsent(constraint.named(ANY), key -> new ArrayDeque<>())
                            .add(constraint);
                }
            }
            for (Constraint constraint : table.constraints()) {
                Deque<Constraint> same = candidates.getOrDefault(constraint.named(ANY), new ArrayDeque<>());
                if (Elements.constraint(old, Elements.nameOf(constraint)) == null && !same.isEmpty()) {
                    constraint(table, old, constraint, same.remove());
                }
            }
        }

        private void constraint(Table table, Table old, Constraint wanted, Constraint there) {
            ObjectId from = Elements.of(old, there);
            ObjectId to = Elements.of(table, wanted);
            if (ServerNames.made(table, wanted) && !isOutdated(from, id -> ServerNames.made(old, there))) {
                kept.put(to, Elements.nameOf(there));
            } else if (!isTaken(table.name().withName(Elements.nameOf(wanted)))) {
                renamed.put(from, Elements.nameOf(wanted));
                operations.add(new RenameConstraint(old.name(), Elements.nameOf(there), Elements.nameOf(wanted)));
            }
        }

        void indexes() {
            Map<Index, Deque<Index>> candidates = new HashMap<>();
            for (Index index : actual.all(Index.class)) {
                if (desired.object(index.id()) == null) {
                    candidates
                            .computeIfAbsent(index.named(ANY), key -> new ArrayDeque<>())
                            .add(index);
                }
            }
            if (candidates.isEmpty()) {
                return;
            }
            for (Index wanted : desired.all(Index.class)) {
                Deque<Index> same = candidates.getOrDefault(wanted.named(ANY), new ArrayDeque<>());
                if (actual.object(wanted.id()) == null && !same.isEmpty()) {
                    index(wanted, same.remove());
                }
            }
        }

        private void index(Index wanted, Index there) {
            if (ServerNames.made(wanted) && !isOutdated(there.id(), id -> ServerNames.made(there))) {
                kept.put(wanted.id(), there.id().name().name());
            } else if (!isTaken(wanted.id().name())) {
                renamed.put(there.id(), wanted.id().name().name());
                operations.add(
                        new RenameIndex(there.id().name(), wanted.id().name().name()));
            }
        }

        private boolean isOutdated(ObjectId id, Predicate<ObjectId> isCurrent) {
            return outdated.contains(id) && !isCurrent.test(id);
        }

        /** Relations and types share their names, and so do the indexes behind constraints. */
        private boolean isTaken(QualifiedName name) {
            if (names.isEmpty()) {
                for (ObjectId id : actual.objects().keySet()) {
                    if (!id.kind().belongsToTable() && !id.kind().isRoutine()) {
                        names.add(id.name());
                    }
                }
            }
            return names.contains(name);
        }

        /** The sequence of a serial column has a name that nobody chose. */
        void sequences() {
            Map<ColumnReference, Sequence> owned = new HashMap<>();
            for (Sequence sequence : actual.all(Sequence.class)) {
                if (sequence.owner() != null && desired.object(sequence.id()) == null) {
                    owned.put(sequence.owner(), sequence);
                }
            }
            for (Sequence wanted : desired.all(Sequence.class)) {
                Sequence there = wanted.owner() == null ? null : owned.remove(wanted.owner());
                boolean sameSchema = there != null
                        && Objects.equals(there.name().schema(), wanted.name().schema());
                if (there != null && sameSchema && actual.object(wanted.id()) == null) {
                    kept.put(wanted.id(), there.name().name());
                }
            }
        }
    }
}
