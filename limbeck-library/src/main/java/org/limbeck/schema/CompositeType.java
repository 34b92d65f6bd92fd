package org.limbeck.schema;

import java.util.List;

/**
 * A composite type.
 *
 * @param attributes in their order
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtype.html">CREATE TYPE</a>
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes) implements CommonObject {

    public CompositeType {
        attributes = List.copyOf(attributes);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.COMPOSITE_TYPE, name);
    }
}
