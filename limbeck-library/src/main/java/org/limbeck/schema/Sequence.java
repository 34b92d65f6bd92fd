package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param type smallint, integer or bigint; null for the server's choice, bigint
 * @param owner the column with which it is dropped; null for none
 * @param unlogged whether it begins again after a crash; needs PostgreSQL 15
 */
public record Sequence(
        QualifiedName name,
        @Nullable DataType type,
        SequenceOptions options,
        @Nullable ColumnReference owner,
        boolean unlogged)
        implements SchemaObject {

    public static Sequence of(String name) {
        return new Sequence(QualifiedName.of(name), null, SequenceOptions.NONE, null, false);
    }

    public Sequence as(DataType newType) {
        return new Sequence(name, newType, options, owner, unlogged);
    }

    public Sequence with(SequenceOptions newOptions) {
        return new Sequence(name, type, newOptions, owner, unlogged);
    }

    public Sequence ownedBy(String table, String column) {
        return new Sequence(name, type, options, new ColumnReference(QualifiedName.of(table), column), unlogged);
    }

    /** Makes it begin again after a crash, and write less for it; needs PostgreSQL 15. */
    public Sequence asUnlogged() {
        return new Sequence(name, type, options, owner, true);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.SEQUENCE, name);
    }
}
