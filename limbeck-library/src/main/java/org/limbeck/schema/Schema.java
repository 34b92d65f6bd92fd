package org.limbeck.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a database that are ours to look after. Names of the default schema, the first of the search path, have no
 * schema part; all others have one.
 *
 * @param objects what there is, each under its own name
 * @param comments of what has no place for one in its record: everything but tables and columns
 * @param owners by object
 * @param grants except what an owner may do with his own
 * @param invalidIndexes indexes whose build failed
 * @param dependencies which object needs which, as the server knows it; no part of a comparison
 * @param viewColumns what each view gives; no part of a comparison, since its query says so
 */
public record Schema(
        SortedMap<ObjectId, SchemaObject> objects,
        SortedMap<ObjectId, String> comments,
        SortedMap<ObjectId, String> owners,
        Set<Grant> grants,
        Set<ObjectId> invalidIndexes,
        Set<Dependency> dependencies,
        Map<ObjectId, List<Attribute>> viewColumns) {

    /** A database without an object. */
    public static final Schema EMPTY =
            new Schema(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Set.of(), Set.of(), Set.of(), Map.of());

    public Schema {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
        comments = Collections.unmodifiableSortedMap(new TreeMap<>(comments));
        owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
        grants = Set.copyOf(grants);
        invalidIndexes = Collections.unmodifiableSet(new TreeSet<>(invalidIndexes));
        dependencies = Set.copyOf(dependencies);
        viewColumns = Map.copyOf(viewColumns);
    }

    /** A schema of these objects, without comments, owners, grants and dependencies. */
    public static Schema of(Collection<? extends SchemaObject> objects) {
        SortedMap<ObjectId, SchemaObject> byId = new TreeMap<>();
        objects.forEach(object -> byId.put(object.id(), object));
        return new Schema(byId, new TreeMap<>(), new TreeMap<>(), Set.of(), Set.of(), Set.of(), Map.of());
    }

    /** The objects of one class, in the order of their names. */
    public <T extends SchemaObject> List<T> all(Class<T> type) {
        return objects.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public @Nullable SchemaObject object(ObjectId id) {
        return objects.get(id);
    }

    /** The table of that name, an ordinary, partitioned or foreign one. */
    public @Nullable Table table(QualifiedName name) {
        SchemaObject table = objects.get(ObjectId.table(name));
        return (Table) (table == null ? objects.get(ObjectId.of(ObjectKind.FOREIGN_TABLE, name)) : table);
    }
}
