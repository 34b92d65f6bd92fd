package org.limbeck.sql;

import org.limbeck.operation.ColumnChange;
import org.limbeck.schema.ColumnValue;

/** Writes what stands behind {@code ALTER COLUMN name}. */
final class ColumnChangeSql {

    private ColumnChangeSql() {}

    static String of(ColumnChange change) {
        if (change instanceof ColumnChange.Type type) {
            return "TYPE " + TypeSql.of(type.to()) + (type.using() == null ? "" : " USING " + type.using());
        }
        if (change instanceof ColumnChange.Nullability nullability) {
            return nullability.nullable() ? "DROP NOT NULL" : "SET NOT NULL";
        }
        if (change instanceof ColumnChange.DefaultValue value) {
            return value.to() instanceof ColumnValue.Default given
                    ? "SET DEFAULT " + ColumnSql.expression(given)
                    : "DROP DEFAULT";
        }
        if (change instanceof ColumnChange.AddIdentity added) {
            return "ADD GENERATED " + generation(added.identity()) + " AS IDENTITY"
                    + SequenceSql.inParentheses(added.identity().options());
        }
        if (change instanceof ColumnChange.SetIdentity set) {
            return "SET GENERATED " + generation(set.to())
                    + SequenceSql.options(set.to().options(), "SET ");
        }
        if (change instanceof ColumnChange.DropIdentity) {
            return "DROP IDENTITY";
        }
        if (change instanceof ColumnChange.GeneratedExpression expression) {
            return "SET EXPRESSION AS (" + expression.to() + ")";
        }
        return "DROP EXPRESSION";
    }

    private static String generation(ColumnValue.Identity identity) {
        return identity.always() ? "ALWAYS" : "BY DEFAULT";
    }
}
