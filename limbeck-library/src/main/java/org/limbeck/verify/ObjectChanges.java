package org.limbeck.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Table;

/**
 * What is different in two schemas, object by object. Whatever records say is compared, so that nothing is left out for
 * want of an operation that could change it. The order of a table's columns doesn't count: a column that was dropped and is
 * added again stands last, and no statement can change that.
 */
final class ObjectChanges {

    private final List<ObjectChange> changes = new ArrayList<>();

    private ObjectChanges() {}

    /** What the actual schema has that the desired one has not, and the other way round. */
    static List<ObjectChange> of(Schema actual, Schema desired) {
        ObjectChanges found = new ObjectChanges();
        found.objects(actual, desired);
        found.texts("comment", actual.comments(), desired.comments());
        found.texts("owner", there(actual.owners(), desired), there(desired.owners(), actual));
        found.grants(actual, desired);
        for (ObjectId index : actual.invalidIndexes()) {
            if (!desired.invalidIndexes().contains(index)) {
                found.changes.add(ObjectChange.of(index, "validity"));
            }
        }
        return found.changes;
    }

    private void objects(Schema actual, Schema desired) {
        Set<ObjectId> ids = new TreeSet<>(actual.objects().keySet());
        ids.addAll(desired.objects().keySet());
        for (ObjectId id : ids) {
            SchemaObject there = actual.objects().get(id);
            SchemaObject wanted = desired.objects().get(id);
            if (there instanceof Table first && wanted instanceof Table second) {
                tables(first, second);
            } else {
                element(id, there, wanted);
            }
        }
    }

    private void tables(Table there, Table wanted) {
        ObjectId id = there.id();
        if (!there.options().equals(wanted.options())) {
            changes.add(ObjectChange.of(id, ObjectChange.Kind.CHANGED));
        }
        if (!Objects.equals(there.comment(), wanted.comment())) {
            changes.add(ObjectChange.of(id, "comment"));
        }
        elements(columns(there), columns(wanted));
        elements(constraints(there), constraints(wanted));
    }

    private static SortedMap<ObjectId, Column> columns(Table table) {
        SortedMap<ObjectId, Column> columns = new TreeMap<>();
        table.columns().forEach(column -> columns.put(ObjectId.column(table.name(), column.name()), column));
        return columns;
    }

    private static SortedMap<ObjectId, Constraint> constraints(Table table) {
        SortedMap<ObjectId, Constraint> constraints = new TreeMap<>();
        for (Constraint constraint : table.constraints()) {
            constraints.put(ObjectId.constraint(table.name(), String.valueOf(constraint.name())), constraint);
        }
        return constraints;
    }

    private <T> void elements(SortedMap<ObjectId, T> there, SortedMap<ObjectId, T> wanted) {
        Set<ObjectId> ids = new TreeSet<>(there.keySet());
        ids.addAll(wanted.keySet());
        ids.forEach(id -> element(id, there.get(id), wanted.get(id)));
    }

    private void element(ObjectId id, @Nullable Object there, @Nullable Object wanted) {
        if (there == null) {
            changes.add(ObjectChange.of(id, ObjectChange.Kind.MISSING));
        } else if (wanted == null) {
            changes.add(ObjectChange.of(id, ObjectChange.Kind.ADDED));
        } else if (!there.equals(wanted)) {
            changes.add(ObjectChange.of(id, ObjectChange.Kind.CHANGED));
        }
    }

    /** What belongs to an object that only one has is said by the object. */
    private static SortedMap<ObjectId, String> there(SortedMap<ObjectId, String> texts, Schema other) {
        SortedMap<ObjectId, String> kept = new TreeMap<>(texts);
        kept.keySet().removeIf(id -> !other.owners().containsKey(id));
        return kept;
    }

    private void texts(String aspect, SortedMap<ObjectId, String> there, SortedMap<ObjectId, String> wanted) {
        Set<ObjectId> ids = new TreeSet<>(there.keySet());
        ids.addAll(wanted.keySet());
        for (ObjectId id : ids) {
            if (!Objects.equals(there.get(id), wanted.get(id))) {
                changes.add(ObjectChange.of(id, aspect));
            }
        }
    }

    private void grants(Schema actual, Schema desired) {
        Map<ObjectId, Set<Grant>> there = byObject(actual);
        Map<ObjectId, Set<Grant>> wanted = byObject(desired);
        Set<ObjectId> ids = new TreeSet<>(there.keySet());
        ids.addAll(wanted.keySet());
        for (ObjectId id : ids) {
            boolean inBoth = contains(actual, id.owner()) == contains(desired, id.owner());
            if (inBoth && !Objects.equals(there.get(id), wanted.get(id))) {
                changes.add(ObjectChange.of(id, "privileges"));
            }
        }
    }

    private static Map<ObjectId, Set<Grant>> byObject(Schema schema) {
        Map<ObjectId, Set<Grant>> grants = new HashMap<>();
        for (Grant grant : schema.grants()) {
            grants.computeIfAbsent(grant.on(), on -> new HashSet<>()).add(grant);
        }
        return grants;
    }

    private static boolean contains(Schema schema, ObjectId id) {
        return schema.object(id) != null
                || schema.table(id.name()) != null
                || schema.owners().containsKey(id);
    }
}
