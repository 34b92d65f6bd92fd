package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.limbeck.schema.DataType;

/** The types in use, each asked of the server once. */
final class TypeNames {

    private record Use(long type, long modifier) {}

    private final Set<Use> needed = new LinkedHashSet<>();
    private final Map<Use, DataType> types = new HashMap<>();

    /** Announces a type that {@link #type} will be asked for. */
    void need(long type, long modifier) {
        needed.add(new Use(type, modifier));
    }

    void load(Queries queries, Namespaces namespaces) throws SQLException {
        needed.removeAll(types.keySet());
        if (needed.isEmpty()) {
            return;
        }
        String oids = needed.stream().map(use -> String.valueOf(use.type)).collect(Collectors.joining(","));
        String modifiers =
                needed.stream().map(use -> String.valueOf(use.modifier)).collect(Collectors.joining(","));
        String query = """
                SELECT used.type, used.modifier, element.oid IS NOT NULL,
                       coalesce(element.typnamespace, t.typnamespace), coalesce(element.typname, t.typname),
                       format_type(coalesce(element.oid, t.oid), used.modifier)
                  FROM unnest('{%s}'::oid[], '{%s}'::int4[]) AS used (type, modifier)
                  JOIN pg_type t ON t.oid = used.type
                  LEFT JOIN pg_type element ON element.oid = t.typelem AND element.typarray = t.oid
                """.formatted(oids, modifiers);
        queries.each(query, row -> {
            long namespace = row.number(4);
            long modifier = row.number(2);
            // A modifier of an extension's type, such as geometry(Point,4326), has no place in a name.
            DataType type = Namespaces.isSystem(namespace) || modifier >= 0
                    ? new DataType.BuiltIn(row.text(6))
                    : new DataType.Named(namespaces.qualified(namespace, row.text(5)));
            types.put(new Use(row.number(1), modifier), row.flag(3) ? new DataType.ArrayOf(type) : type);
        });
        needed.clear();
    }

    DataType type(long type, long modifier) {
        DataType known = types.get(new Use(type, modifier));
        if (known == null) {
            throw new CatalogChangedException("type " + type);
        }
        return known;
    }
}
