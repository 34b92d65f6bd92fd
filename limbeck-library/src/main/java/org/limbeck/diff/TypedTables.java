package org.limbeck.diff;

import java.util.Objects;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Tables of a composite type, which hold it as it is. */
record TypedTables(Schema before, Schema after, Rebuild rebuild) {

    /** Whether the table must leave its type so that this can change. */
    boolean holdsChange(Table table) {
        QualifiedName type = table.options().ofType();
        if (type == null) {
            return false;
        }
        ObjectId id = ObjectId.of(ObjectKind.COMPOSITE_TYPE, type);
        return rebuild.contains(id) || !Objects.equals(before.object(id), after.object(id));
    }
}
