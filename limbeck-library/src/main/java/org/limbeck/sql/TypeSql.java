package org.limbeck.sql;

import org.jspecify.annotations.Nullable;
import org.limbeck.schema.DataType;
import org.limbeck.schema.QualifiedName;

/** Writes types and their collations. */
final class TypeSql {

    private TypeSql() {}

    static String of(DataType type) {
        if (type instanceof DataType.Named named) {
            return Identifiers.quoted(named.name());
        }
        if (type instanceof DataType.ArrayOf array) {
            return of(array.element()) + "[]";
        }
        return ((DataType.BuiltIn) type).sql();
    }

    /** {@code COLLATE} with a space before it; nothing for the type's own. */
    static String collation(@Nullable QualifiedName collation) {
        return collation == null ? "" : " COLLATE " + Identifiers.quoted(collation);
    }
}
