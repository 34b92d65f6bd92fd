package org.limbeck.sql;

import org.limbeck.schema.Column;
import org.limbeck.schema.ColumnValue;

/** Writes what stands behind a column's name in {@code CREATE TABLE} and {@code ADD COLUMN}. */
final class ColumnSql {

    private ColumnSql() {}

    static String definition(Column column) {
        return TypeSql.of(column.type()) + TypeSql.collation(column.collation()) + qualifiers(column);
    }

    /** What stands behind type and collation, with a space before each. */
    static String qualifiers(Column column) {
        // An identity column is not null by itself; saying so again would only be noise.
        boolean notNull = !column.nullable() && !(column.value() instanceof ColumnValue.Identity);
        return (notNull ? " NOT NULL" : "") + value(column.value());
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
