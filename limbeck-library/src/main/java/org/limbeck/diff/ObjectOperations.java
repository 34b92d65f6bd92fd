package org.limbeck.diff;

import java.util.Set;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateIndex;
import org.limbeck.operation.CreateObject;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.DropEnum;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropIndex;
import org.limbeck.operation.DropObject;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.Operation;
import org.limbeck.schema.CommonObject;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Index;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.SchemaObject;

/** The operations that create and drop what is neither a table nor a sequence. */
final class ObjectOperations {

    private ObjectOperations() {}

    static Operation create(SchemaObject object) {
        if (object instanceof Namespace namespace) {
            return new CreateSchema(namespace.name(), Set.of());
        }
        if (object instanceof Extension extension) {
            return new CreateExtension(extension, Set.of());
        }
        if (object instanceof EnumType type) {
            return new CreateEnum(type);
        }
        return object instanceof Index index
                ? new CreateIndex(index, false, Set.of())
                : new CreateObject((CommonObject) object, Set.of());
    }

    static Operation drop(SchemaObject object) {
        if (object instanceof Namespace namespace) {
            return new DropSchema(namespace.name(), Set.of());
        }
        if (object instanceof Extension extension) {
            return new DropExtension(extension.name(), extension, Set.of());
        }
        if (object instanceof EnumType type) {
            return new DropEnum(type.name(), type, Set.of());
        }
        return object instanceof Index index
                ? new DropIndex(index.id().name(), index, false, Set.of())
                : new DropObject(object.id(), (CommonObject) object, Set.of());
    }
}
