package org.limbeck.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain: a type with conditions.
 *
 * @param collation null for the type's own
 * @param defaultExpression null for none
 * @param checks sorted by name in what the catalog gives
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdomain.html">CREATE DOMAIN</a>
 */
public record Domain(
        QualifiedName name,
        DataType type,
        @Nullable QualifiedName collation,
        boolean nullable,
        @Nullable String defaultExpression,
        List<Check> checks)
        implements CommonObject {

    public Domain {
        checks = List.copyOf(checks);
    }

    public static Domain of(String name, DataType type) {
        return new Domain(QualifiedName.of(name), type, null, true, null, List.of());
    }

    public Domain collate(String newCollation) {
        return new Domain(name, type, QualifiedName.of(newCollation), nullable, defaultExpression, checks);
    }

    public Domain notNull() {
        return new Domain(name, type, collation, false, defaultExpression, checks);
    }

    public Domain defaultSql(String expression) {
        return new Domain(name, type, collation, nullable, expression, checks);
    }

    /** Adds a condition; the value under test is {@code VALUE}. */
    public Domain check(Check check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(check);
        return new Domain(name, type, collation, nullable, defaultExpression, all);
    }

    @Override
    public ObjectId id() {
        return ObjectId.of(ObjectKind.DOMAIN, name);
    }
}
