package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The objects that belong to extensions: they come and go with them, and nobody else looks after them. */
final class Members {

    private final Map<Long, Set<Long>> members = new HashMap<>();

    static Members read(Queries queries) throws SQLException {
        Members members = new Members();
        queries.each(
                "SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'",
                row -> members.members
                        .computeIfAbsent(row.number(1), catalog -> new HashSet<>())
                        .add(row.number(2)));
        return members;
    }

    boolean contains(SystemCatalog catalog, long oid) {
        return members.getOrDefault(catalog.oid(), Set.of()).contains(oid);
    }
}
