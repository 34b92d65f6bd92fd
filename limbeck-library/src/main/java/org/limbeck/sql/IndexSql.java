package org.limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.operation.TableChange;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
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

    /** What {@code CREATE INDEX} can't say. */
    static List<Statement> statistics(Index index) {
        List<Statement> statements = new ArrayList<>();
        for (int key = 0; key < index.elements().size(); key++) {
            Integer target = index.elements().get(key).statistics();
            if (target != null) {
                if (index.name() == null) {
                    throw Problem.of(
                                    ProblemCode.INVALID_OPERATION,
                                    "an index of " + index.table() + " has no name to set statistics by")
                            .hint("name it: index(\"…\").on(…)")
                            .exception();
                }
                statements.addAll(
                        TableChangeSql.statements(index.id().name(), TableChange.IndexStatistics.of(key + 1, target)));
            }
        }
        return statements;
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
