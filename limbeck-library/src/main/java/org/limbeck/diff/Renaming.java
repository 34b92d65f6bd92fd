package org.limbeck.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Attribute;
import org.limbeck.schema.Dependency;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;

/** A schema as it is after renames: every record, and every text that mentions what was renamed. */
final class Renaming {

    private final Schema schema;
    private final Map<ObjectId, String> names;
    private final Map<ObjectId, Map<String, String>> values;
    private final Map<ObjectId, Map<String, String>> mentioned = new HashMap<>();
    private final Map<ObjectId, Map<String, String>> mentionedValues = new HashMap<>();

    /**
     * Of several things at once.
     *
     * @param names the new last name of each object, column or constraint
     * @param values the new values of enums, by the old ones
     */
    Renaming(Schema schema, Map<ObjectId, String> names, Map<ObjectId, Map<String, String>> values) {
        this.schema = schema;
        this.names = new HashMap<>();
        names.forEach((id, name) -> this.names.put(Elements.of(id), name));
        this.values = values;
        if (!names.isEmpty() || !values.isEmpty()) {
            mention();
        }
    }

    /** Texts say names without the table they belong to; so only those who need the renamed are looked at. */
    private void mention() {
        for (Dependency dependency : Needs.of(schema, name -> true)) {
            ObjectId to = dependency.to();
            ObjectId from = dependency.from();
            String name = names.get(to);
            if (name != null) {
                put(mentioned, from, last(to), name);
            }
            mentionTable(from, to);
            values.getOrDefault(to, Map.of()).forEach((old, value) -> put(mentionedValues, from, old, value));
        }
        names.forEach((id, name) -> {
            if (id.kind() == ObjectKind.COLUMN) {
                put(mentioned, ObjectId.table(id.name()), last(id), name);
            }
        });
    }

    /** Who needs a column of another's table says the table's name too; the server notes the column alone. */
    private void mentionTable(ObjectId from, ObjectId to) {
        boolean ownTable = from.kind() == ObjectKind.INDEX || from.name().equals(to.name());
        ObjectId table = Elements.relation(schema, to.name());
        String name = to.kind() == ObjectKind.COLUMN && !ownTable ? names.get(table) : null;
        if (name != null) {
            put(mentioned, from, table.name().name(), name);
        }
    }

    private static String last(ObjectId id) {
        String part = id.part();
        return id.kind().belongsToTable() && part != null ? part : id.name().name();
    }

    /** Under the element and under the object that it is part of. */
    private static void put(Map<ObjectId, Map<String, String>> all, ObjectId id, String old, String name) {
        all.computeIfAbsent(Elements.of(id), key -> new HashMap<>()).put(old, name);
        boolean part = id.kind() == ObjectKind.COLUMN || id.kind() == ObjectKind.CONSTRAINT;
        if (part) {
            all.computeIfAbsent(ObjectId.table(id.name()), key -> new HashMap<>())
                    .put(old, name);
        }
    }

    Schema schema() {
        if (names.isEmpty() && values.isEmpty()) {
            return schema;
        }
        RenamedObject renamed = new RenamedObject(this);
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
        for (SchemaObject object : schema.objects().values()) {
            SchemaObject now = renamed.of(object);
            objects.put(now.id(), now);
        }
        SortedMap<ObjectId, String> comments = new TreeMap<>();
        schema.comments().forEach((id, text) -> comments.put(id(id), text));
        SortedMap<ObjectId, String> owners = new TreeMap<>();
        schema.owners().forEach((id, owner) -> owners.put(id(id), owner));
        Set<Grant> grants = new HashSet<>();
        for (Grant grant : schema.grants()) {
            grants.add(new Grant(id(grant.on()), grant.role(), grant.privileges(), grant.grantable()));
        }
        Set<ObjectId> invalid = new HashSet<>();
        schema.invalidIndexes().forEach(index -> invalid.add(id(index)));
        Set<Dependency> dependencies = new HashSet<>();
        for (Dependency dependency : schema.dependencies()) {
            dependencies.add(new Dependency(id(dependency.from()), id(dependency.to())));
        }
        Map<ObjectId, List<Attribute>> viewColumns = new HashMap<>();
        schema.viewColumns().forEach((view, columns) -> {
            List<Attribute> attributes = new ArrayList<>();
            columns.forEach(column -> attributes.add(renamed.attribute(column)));
            viewColumns.put(id(view), attributes);
        });
        return new Schema(objects, comments, owners, grants, invalid, dependencies, viewColumns);
    }

    ObjectId id(ObjectId id) {
        String name = names.get(Elements.of(id));
        if (id.kind().belongsToTable()) {
            return new ObjectId(id.kind(), relation(id.name()), name == null ? id.part() : name);
        }
        String part = id.part();
        String newPart = part == null ? null : text(id, part);
        return new ObjectId(id.kind(), name == null ? id.name() : id.name().withName(name), newPart);
    }

    /** The new name of a table or a view. */
    QualifiedName relation(QualifiedName name) {
        for (ObjectKind kind : List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
            String newName = names.get(ObjectId.of(kind, name));
            if (newName != null) {
                return name.withName(newName);
            }
        }
        return name;
    }

    String column(QualifiedName table, String column) {
        return names.getOrDefault(ObjectId.column(table, column), column);
    }

    List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> column(table, column)).toList();
    }

    String constraint(QualifiedName table, String constraint) {
        return names.getOrDefault(ObjectId.constraint(table, constraint), constraint);
    }

    String name(ObjectId id) {
        return names.getOrDefault(Elements.of(id), id.name().name());
    }

    QualifiedName type(QualifiedName name) {
        ObjectId id = Elements.type(schema, name);
        return id == null ? name : name.withName(name(id));
    }

    Map<String, String> values(ObjectId type) {
        return values.getOrDefault(type, Map.of());
    }

    /** A text that belongs to an element, with what it mentions under its new names. */
    String text(ObjectId element, String text) {
        ObjectId id = Elements.of(element);
        return SqlText.replaced(text, mentioned.getOrDefault(id, Map.of()), mentionedValues.getOrDefault(id, Map.of()));
    }

    @Nullable
    String optionalText(ObjectId element, @Nullable String text) {
        return text == null ? null : text(element, text);
    }
}
