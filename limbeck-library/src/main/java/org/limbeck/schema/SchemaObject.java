package org.limbeck.schema;

/** An object of a database, without what depends on it; equality is the comparison. */
public sealed interface SchemaObject permits Namespace, Extension, EnumType, Sequence, Table, Index, CommonObject {

    ObjectId id();
}
