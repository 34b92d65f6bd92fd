package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * An extension of the server.
 *
 * @param schema where its objects go; null for its own choice
 * @param version null for the newest installed
 */
public record Extension(
        String name, @Nullable String schema, @Nullable String version) implements SchemaObject {

    public Extension {
        Names.checked(name);
        if (schema != null) {
            Names.checked(schema);
        }
    }

    public static Extension of(String name) {
        return new Extension(name, null, null);
    }

    public Extension in(String newSchema) {
        return new Extension(name, newSchema, version);
    }

    public Extension version(String newVersion) {
        return new Extension(name, schema, newVersion);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.EXTENSION, name);
    }
}
