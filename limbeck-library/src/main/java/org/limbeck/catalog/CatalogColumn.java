package org.limbeck.catalog;

import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ColumnStorage;

/**
 * A row of {@code pg_attribute}.
 *
 * @param local whether it was declared here and not only by a parent
 * @param identity {@code a} for always, {@code d} for by default, blank for none
 * @param generated {@code s} for stored, {@code v} for virtual, blank for none
 * @param collation OID, 0 for a type without
 * @param ownCollation whether the collation isn't the type's
 * @param expression the default or what it is generated as; null for none
 */
record CatalogColumn(
        int number,
        String name,
        long type,
        long modifier,
        boolean nullable,
        boolean local,
        char identity,
        char generated,
        long collation,
        boolean ownCollation,
        ColumnStorage storage,
        @Nullable String expression) {}
