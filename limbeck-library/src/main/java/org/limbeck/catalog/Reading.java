package org.limbeck.catalog;

import java.sql.SQLException;

/** What the readers of one reading share. */
record Reading(
        Queries queries,
        CatalogScope scope,
        Namespaces namespaces,
        Members members,
        Roles roles,
        TypeNames types,
        CollationNames collations,
        SchemaBuilder result) {

    static Reading begin(Queries queries, CatalogScope scope) throws SQLException {
        Members members = Members.read(queries);
        return new Reading(
                queries,
                scope,
                Namespaces.read(queries, scope, members),
                members,
                Roles.read(queries),
                new TypeNames(),
                new CollationNames(),
                new SchemaBuilder());
    }

    /** The same, where some queries are asked already. */
    Reading with(QueriesAhead asked) {
        return new Reading(queries.with(asked), scope, namespaces, members, roles, types, collations, result);
    }
}
