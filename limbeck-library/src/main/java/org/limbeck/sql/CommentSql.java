package org.limbeck.sql;

import org.limbeck.operation.CommentTarget;

/** Writes what a comment is on. */
final class CommentSql {

    private CommentSql() {}

    static String target(CommentTarget target) {
        if (target instanceof CommentTarget.OnTable table) {
            return "TABLE " + Identifiers.quoted(table.name());
        }
        if (target instanceof CommentTarget.OnColumn column) {
            return "COLUMN " + Identifiers.quoted(column.table()) + "." + Identifiers.quoted(column.column());
        }
        if (target instanceof CommentTarget.OnConstraint constraint) {
            return "CONSTRAINT " + Identifiers.quoted(constraint.constraint()) + " ON "
                    + Identifiers.quoted(constraint.table());
        }
        if (target instanceof CommentTarget.OnIndex index) {
            return "INDEX " + Identifiers.quoted(index.name());
        }
        if (target instanceof CommentTarget.OnSequence sequence) {
            return "SEQUENCE " + Identifiers.quoted(sequence.name());
        }
        if (target instanceof CommentTarget.OnType type) {
            return "TYPE " + Identifiers.quoted(type.name());
        }
        if (target instanceof CommentTarget.OnSchema schema) {
            return "SCHEMA " + Identifiers.quoted(schema.name());
        }
        return "EXTENSION " + Identifiers.quoted(((CommentTarget.OnExtension) target).name());
    }
}
