package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.schema.QualifiedName;

/** The collations in use, each asked of the server once. */
final class CollationNames {

    /** The one that stands for the database's own. */
    static final long DEFAULT = 100;

    private static final long C = 950;

    private final Set<Long> needed = new TreeSet<>();
    private final Map<Long, QualifiedName> names =
            new HashMap<>(Map.of(DEFAULT, new QualifiedName(null, "default"), C, new QualifiedName(null, "C")));

    /** Announces a collation that {@link #name} will be asked for. */
    void need(long collation) {
        if (!names.containsKey(collation)) {
            needed.add(collation);
        }
    }

    void load(Queries queries, Namespaces namespaces) throws SQLException {
        if (needed.isEmpty()) {
            return;
        }
        String oids = needed.stream().map(String::valueOf).collect(Collectors.joining(","));
        queries.each(
                "SELECT oid, collnamespace, collname FROM pg_collation WHERE oid IN (" + oids + ")",
                row -> names.put(row.number(1), namespaces.qualified(row.number(2), row.text(3))));
        needed.clear();
    }

    QualifiedName name(long collation) {
        return Objects.requireNonNull(names.get(collation));
    }
}
