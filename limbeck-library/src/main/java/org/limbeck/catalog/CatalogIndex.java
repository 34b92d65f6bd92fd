package org.limbeck.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code pg_index}.
 *
 * @param keys how many of its columns are keys; the others are only kept beside them
 * @param columns the numbers of its columns in the table; 0 for an expression
 * @param options two bits for each key: descending, nulls first
 * @param operatorClasses OIDs, one for each key
 * @param collations OIDs, one for each key; 0 for none
 * @param expressions those of the keys whose column is 0, by their place in the index from 1
 * @param predicate null for all rows
 */
record CatalogIndex(
        long oid,
        long table,
        String name,
        String method,
        long methodOid,
        boolean unique,
        boolean nullsDistinct,
        boolean valid,
        boolean replicaIdentity,
        boolean clustered,
        int keys,
        Numbers columns,
        Numbers options,
        Numbers operatorClasses,
        Numbers collations,
        Map<String, String> parameters,
        @Nullable String tablespace,
        @Nullable String predicate,
        List<String> expressions) {}
