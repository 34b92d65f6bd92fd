package org.limbeck.diff;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;

/** Takes tables that are nobody's business out of a schema, with what belongs to them. */
final class Ignored {

    /** What an entity may call its table. */
    private static final Set<ObjectKind> RELATIONS =
            Set.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private Ignored() {}

    static Schema without(Schema schema, Set<QualifiedName> tables) {
        if (tables.isEmpty()) {
            return schema;
        }
        SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
        schema.objects().forEach((id, object) -> {
            if (!belongs(id, object, tables)) {
                objects.put(id, object);
            }
        });
        SortedMap<ObjectId, String> comments = new TreeMap<>(schema.comments());
        comments.keySet().removeIf(id -> tables.contains(id.name()));
        SortedMap<ObjectId, String> owners = new TreeMap<>(schema.owners());
        owners.keySet().removeIf(id -> tables.contains(id.name()));
        Set<ObjectId> invalidIndexes = new HashSet<>(schema.invalidIndexes());
        invalidIndexes.retainAll(objects.keySet());
        return new Schema(
                objects,
                comments,
                owners,
                schema.grants(),
                invalidIndexes,
                schema.dependencies(),
                schema.viewColumns());
    }

    private static boolean belongs(ObjectId id, SchemaObject object, Set<QualifiedName> tables) {
        if (RELATIONS.contains(id.kind()) || id.kind().belongsToTable()) {
            return tables.contains(id.name());
        }
        if (object instanceof Index index) {
            return tables.contains(index.table());
        }
        return object instanceof Sequence sequence
                && sequence.owner() != null
                && tables.contains(sequence.owner().table());
    }
}
