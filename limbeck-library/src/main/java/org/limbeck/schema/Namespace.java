package org.limbeck.schema;

/** A schema. */
public record Namespace(String name) implements SchemaObject {

    public Namespace {
        Names.checked(name);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.SCHEMA, name);
    }
}
