package org.limbeck.sql;

import org.limbeck.schema.DataType;

/** Writes types. */
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
}
