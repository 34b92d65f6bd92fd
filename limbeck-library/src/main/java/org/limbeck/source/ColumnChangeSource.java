package org.limbeck.source;

import org.limbeck.operation.ColumnChange;
import org.limbeck.schema.ColumnValue;

/** Changes of a column as expressions made of the words of {@code org.limbeck.migration.Ddl}. */
final class ColumnChangeSource {

    private ColumnChangeSource() {}

    static String of(ColumnChange change) {
        if (change instanceof ColumnChange.Type type) {
            return type(type);
        }
        if (change instanceof ColumnChange.Nullability nullability) {
            return nullability.nullable() ? "dropNotNull()" : "setNotNull()";
        }
        if (change instanceof ColumnChange.DefaultValue value) {
            return to(value.to()) + from(value);
        }
        if (change instanceof ColumnChange.AddIdentity added) {
            ColumnValue.Identity identity = added.identity();
            return (identity.always() ? "addIdentityAlways(" : "addIdentity(")
                    + SchemaSource.optional(identity.options()) + ")";
        }
        if (change instanceof ColumnChange.SetIdentity set) {
            return "setIdentity(" + identity(set.to()) + ")"
                    + (set.from() == null ? "" : ".from(" + identity(set.from()) + ")");
        }
        if (change instanceof ColumnChange.DropIdentity dropped) {
            return "dropIdentity()" + (dropped.from() == null ? "" : ".from(" + identity(dropped.from()) + ")");
        }
        if (change instanceof ColumnChange.GeneratedExpression expression) {
            return "setExpression(" + JavaLiterals.text(expression.to()) + ")"
                    + (expression.from() == null ? "" : ".from(" + JavaLiterals.text(expression.from()) + ")");
        }
        if (change instanceof ColumnChange.Storage storage) {
            return "setStorage(" + SchemaSource.storage(storage.to()) + ")"
                    + (storage.from() == null ? "" : ".from(" + SchemaSource.storage(storage.from()) + ")");
        }
        return "dropExpression()";
    }

    private static String type(ColumnChange.Type type) {
        StringBuilder source = new StringBuilder("toType(" + TypeSource.of(type.to()) + ")");
        if (type.collation() != null) {
            source.append(".collate(")
                    .append(SchemaSource.name(type.collation()))
                    .append(')');
        }
        if (type.using() != null) {
            source.append(".using(").append(JavaLiterals.text(type.using())).append(')');
        }
        if (type.from() != null) {
            source.append(".from(").append(TypeSource.of(type.from()));
            source.append(type.fromUsing() == null ? "" : ", " + JavaLiterals.text(type.fromUsing()))
                    .append(')');
        }
        if (type.fromCollation() != null) {
            source.append(".fromCollation(")
                    .append(SchemaSource.name(type.fromCollation()))
                    .append(')');
        }
        return source.toString();
    }

    private static String to(ColumnValue value) {
        if (value instanceof ColumnValue.Literal literal) {
            return "setDefault(" + JavaLiterals.of(literal.value()) + ")";
        }
        return value instanceof ColumnValue.Expression expression
                ? "setDefaultSql(" + JavaLiterals.text(expression.sql()) + ")"
                : "dropDefault()";
    }

    private static String from(ColumnChange.DefaultValue change) {
        ColumnValue from = change.from();
        if (from == null) {
            return "";
        }
        if (from instanceof ColumnValue.Literal literal) {
            return ".from(" + JavaLiterals.of(literal.value()) + ")";
        }
        return from instanceof ColumnValue.Expression expression
                ? ".fromSql(" + JavaLiterals.text(expression.sql()) + ")"
                : ".fromNone()";
    }

    private static String identity(ColumnValue.Identity identity) {
        return identity.always() + ", " + SchemaSource.options(identity.options());
    }
}
