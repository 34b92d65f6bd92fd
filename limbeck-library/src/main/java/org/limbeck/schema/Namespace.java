package org.limbeck.schema;

import java.util.Set;

/** A schema. */
public record Namespace(String name) implements SchemaObject {

    /** The schema that every new database has. */
    public static final ObjectId PUBLIC = ObjectId.of(ObjectKind.SCHEMA, "public");

    /** What everybody may do with the schema {@code public} of a new database. */
    public static Set<String> givenPrivileges(int serverMajor) {
        return serverMajor < 15 ? Set.of("CREATE", "USAGE") : Set.of("USAGE");
    }

    public Namespace {
        Names.checked(name);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.SCHEMA, name);
    }
}
