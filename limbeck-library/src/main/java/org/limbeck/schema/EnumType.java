package org.limbeck.schema;

import java.util.List;

/**
 * An enum type.
 *
 * @param values its labels in their order; may be none
 */
public record EnumType(QualifiedName name, List<String> values) implements SchemaObject {

    public EnumType {
        values = Names.checked(values);
    }

    public static EnumType of(String name, String... values) {
        return new EnumType(QualifiedName.of(name), List.of(values));
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.ENUM, name);
    }
}
