package org.limbeck.catalog;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;

/** Collects what is read, and which object stands behind each OID. */
final class SchemaBuilder {

    private final Map<SystemCatalog, Map<Long, ObjectId>> ids = new EnumMap<>(SystemCatalog.class);
    private final SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
    private final SortedMap<ObjectId, String> comments = new TreeMap<>();
    private final SortedMap<ObjectId, String> owners = new TreeMap<>();
    private final Set<Grant> grants = new HashSet<>();
    private final Set<ObjectId> invalidIndexes = new HashSet<>();
    private final Set<Dependency> dependencies = new HashSet<>();
    private final Map<ObjectId, List<Attribute>> viewColumns = new HashMap<>();

    SchemaBuilder() {
        for (SystemCatalog catalog : SystemCatalog.values()) {
            ids.put(catalog, new HashMap<>());
        }
    }

    /** Says which object, or part of a table, stands behind an OID. */
    void identify(SystemCatalog catalog, long oid, ObjectId id) {
        in(catalog).put(oid, id);
    }

    /** The object behind an OID; null for one that isn't read. */
    @Nullable
    ObjectId id(SystemCatalog catalog, long oid) {
        return in(catalog).get(oid);
    }

    /** The same by the OID of the catalog. */
    @Nullable
    ObjectId id(long catalog, long oid) {
        SystemCatalog known = SystemCatalog.of(catalog);
        return known == null ? null : id(known, oid);
    }

    Map<Long, ObjectId> in(SystemCatalog catalog) {
        return Objects.requireNonNull(ids.get(catalog));
    }

    void add(SchemaObject object) {
        objects.put(object.id(), object);
    }

    void owner(ObjectId id, String role) {
        owners.put(id, role);
    }

    void comment(ObjectId id, String text) {
        comments.put(id, text);
    }

    void grant(Grant grant) {
        grants.add(grant);
    }

    void invalid(ObjectId index) {
        invalidIndexes.add(index);
    }

    void dependency(ObjectId from, ObjectId to) {
        dependencies.add(new Dependency(from, to));
    }

    void viewColumns(ObjectId view, List<Attribute> columns) {
        viewColumns.put(view, List.copyOf(columns));
    }

    Schema build() {
        return new Schema(objects, comments, owners, grants, invalidIndexes, dependencies, viewColumns);
    }
}
