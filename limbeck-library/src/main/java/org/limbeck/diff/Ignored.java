package org.limbeck.diff;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.limbeck.schema.Index;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SchemaObject;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;

/** Takes tables that are nobody's business out of a schema, with what belongs to them. */
final class Ignored {

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
        return new Schema(
                objects,
                comments,
                owners,
                schema.grants(),
                schema.invalidIndexes(),
                schema.dependencies(),
                schema.viewColumns());
    }

    private static boolean belongs(ObjectId id, SchemaObject object, Set<QualifiedName> tables) {
        if (object instanceof Table || id.kind().belongsToTable()) {
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
