package org.limbeck.sql;

import java.util.stream.Collectors;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.NullsOrder;
import org.limbeck.schema.SortOrder;

/** Writes indexes. */
public final class IndexSql {

    private IndexSql() {}

    /** The statement that creates it. */
    public static String create(Index index, boolean concurrently, boolean ifNotExists) {
        StringBuilder sql = new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX" : "CREATE INDEX");
        if (concurrently) {
            sql.append(" CONCURRENTLY");
        }
        if (ifNotExists) {
            sql.append(" IF NOT EXISTS");
        }
        if (index.name() != null) {
            sql.append(' ').append(Identifiers.quoted(index.name()));
        }
        sql.append(" ON ").append(Identifiers.quoted(index.table()));
        if (!index.method().equals("btree")) {
            sql.append(" USING ").append(Identifiers.quoted(index.method()));
        }
        sql.append(" (")
                .append(index.elements().stream().map(IndexSql::element).collect(Collectors.joining(", ")))
                .append(')');
        if (!index.include().isEmpty()) {
            sql.append(" INCLUDE (").append(Identifiers.quoted(index.include())).append(')');
        }
        if (!index.nullsDistinct()) {
            sql.append(" NULLS NOT DISTINCT");
        }
        sql.append(ParameterSql.with(index.storageParameters()));
        if (index.tablespace() != null) {
            sql.append(" TABLESPACE ").append(Identifiers.quoted(index.tablespace()));
        }
        if (index.where() != null) {
            sql.append(" WHERE ").append(index.where());
        }
        return sql.toString();
    }

    static String element(IndexElement element) {
        StringBuilder sql = new StringBuilder(
                element.expression() ? "(" + element.term() + ")" : Identifiers.quoted(element.term()));
        sql.append(TypeSql.collation(element.collation()));
        if (element.operatorClass() != null) {
            sql.append(' ').append(element.operatorClass());
        }
        if (element.order() == SortOrder.DESCENDING) {
            sql.append(" DESC");
        }
        if (element.nulls() != NullsOrder.BY_DIRECTION) {
            sql.append(element.nulls() == NullsOrder.FIRST ? " NULLS FIRST" : " NULLS LAST");
        }
        return sql.toString();
    }
}
