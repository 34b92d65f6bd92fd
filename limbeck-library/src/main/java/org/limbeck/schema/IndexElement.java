package org.limbeck.schema;

import org.jspecify.annotations.Nullable;

/**
 * One key of an index: a column or an expression.
 *
 * @param term the column's name, or the expression
 * @param expression whether the term is an expression
 * @param collation null for the column's own
 * @param operatorClass null for the type's default; parameters may follow in parentheses
 * @param statistics how many values of an expression {@code ANALYZE} remembers; null for what the server does by itself
 */
public record IndexElement(
        String term,
        boolean expression,
        @Nullable QualifiedName collation,
        @Nullable String operatorClass,
        SortOrder order,
        NullsOrder nulls,
        @Nullable Integer statistics) {

    public IndexElement {
        if (!expression) {
            Names.checked(term);
        }
    }

    public static IndexElement column(String name) {
        return new IndexElement(name, false, null, null, SortOrder.ASCENDING, NullsOrder.BY_DIRECTION, null);
    }

    public static IndexElement expression(String sql) {
        return new IndexElement(sql, true, null, null, SortOrder.ASCENDING, NullsOrder.BY_DIRECTION, null);
    }

    public IndexElement collate(String newCollation) {
        return new IndexElement(
                term, expression, QualifiedName.of(newCollation), operatorClass, order, nulls, statistics);
    }

    public IndexElement operatorClass(String newOperatorClass) {
        return new IndexElement(term, expression, collation, newOperatorClass, order, nulls, statistics);
    }

    public IndexElement descending() {
        return new IndexElement(term, expression, collation, operatorClass, SortOrder.DESCENDING, nulls, statistics);
    }

    public IndexElement nullsFirst() {
        return new IndexElement(term, expression, collation, operatorClass, order, NullsOrder.FIRST, statistics);
    }

    public IndexElement nullsLast() {
        return new IndexElement(term, expression, collation, operatorClass, order, NullsOrder.LAST, statistics);
    }

    /** How many values of an expression {@code ANALYZE} remembers; null for what the server does by itself. */
    public IndexElement statistics(@Nullable Integer target) {
        return new IndexElement(term, expression, collation, operatorClass, order, nulls, target);
    }
}
