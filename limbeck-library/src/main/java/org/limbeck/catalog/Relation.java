package org.limbeck.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;

/**
 * A row of {@code pg_class}: a table, a view, a sequence or a composite type, also one that isn't read but may be named.
 *
 * @param read whether it is in the scope
 * @param partitionKey null where it isn't partitioned
 * @param bound null where it is no partition
 * @param parameters its storage parameters, those of its TOAST table with {@code toast.}
 * @param ofType the OID of the composite type that it is a table of; 0 for none
 */
record Relation(
        long oid,
        Kind kind,
        QualifiedName name,
        boolean read,
        String owner,
        boolean unlogged,
        boolean rowSecurity,
        boolean forcedRowSecurity,
        char replicaIdentity,
        boolean populated,
        Map<String, String> parameters,
        @Nullable String tablespace,
        @Nullable String accessMethod,
        @Nullable String partitionKey,
        @Nullable String bound,
        long ofType) {

    enum Kind {
        TABLE('r', ObjectKind.TABLE),
        PARTITIONED_TABLE('p', ObjectKind.TABLE),
        FOREIGN_TABLE('f', ObjectKind.FOREIGN_TABLE),
        VIEW('v', ObjectKind.VIEW),
        MATERIALIZED_VIEW('m', ObjectKind.MATERIALIZED_VIEW),
        SEQUENCE('S', ObjectKind.SEQUENCE),
        COMPOSITE_TYPE('c', ObjectKind.COMPOSITE_TYPE);

        private final char letter;
        private final ObjectKind objectKind;

        Kind(char letter, ObjectKind objectKind) {
            this.letter = letter;
            this.objectKind = objectKind;
        }

        static Kind of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("relkind " + letter);
        }

        ObjectId id(QualifiedName name) {
            return ObjectId.of(objectKind, name);
        }

        boolean isTable() {
            return objectKind == ObjectKind.TABLE || objectKind == ObjectKind.FOREIGN_TABLE;
        }

        boolean isView() {
            return this == VIEW || this == MATERIALIZED_VIEW;
        }
    }

    ObjectId id() {
        return kind.id(name);
    }
}
