package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param type smallint, integer or bigint; null for the server's choice, bigint
 * @param owner the column with which it is dropped; null for none
 */
public record Sequence(
        QualifiedName name,
        @Nullable DataType type,
        SequenceOptions options,
        @Nullable ColumnReference owner) implements SchemaObject {

    public static Sequence of(String name) {
        return new Sequence(QualifiedName.of(name), null, SequenceOptions.NONE, null);
    }

    public Sequence as(DataType newType) {
        return new Sequence(name, newType, options, owner);
    }

    public Sequence with(SequenceOptions newOptions) {
        return new Sequence(name, type, newOptions, owner);
    }

    public Sequence ownedBy(String table, String column) {
        return new Sequence(name, type, options, new ColumnReference(QualifiedName.of(table), column));
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.SEQUENCE, name);
    }
}
