package org.limbeck.sql;

import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;

/** Writes what stands behind a column's name in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnSql {

    private ColumnSql() {}

    static String definition(Column column) {
        StringBuilder sql = new StringBuilder(TypeSql.of(column.type()));
        if (column.collation() != null) {
            sql.append(" COLLATE ").append(Identifiers.quoted(column.collation()));
        }
        // An identity column is not null by itself; saying so again would only be noise.
        if (!column.nullable() && !(column.value() instanceof ColumnValue.Identity)) {
            sql.append(" NOT NULL");
        }
        return sql.append(value(column.value())).toString();
    }

    /** The expression of a default. */
    static String expression(ColumnValue.Default value) {
        return value instanceof ColumnValue.Literal literal
                ? Literals.of(literal.value())
                : ((ColumnValue.Expression) value).sql();
    }

    private static String value(ColumnValue value) {
        if (value instanceof ColumnValue.Default given) {
            return " DEFAULT " + expression(given);
        }
        if (value instanceof ColumnValue.Identity identity) {
            return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                    + SequenceSql.inParentheses(identity.options());
        }
        if (value instanceof ColumnValue.Generated generated) {
            return " GENERATED ALWAYS AS (" + generated.expression() + ") "
                    + (generated.stored() ? "STORED" : "VIRTUAL");
        }
        return "";
    }
}
