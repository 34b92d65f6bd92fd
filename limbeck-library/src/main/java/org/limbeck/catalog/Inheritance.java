package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parents of tables by OID, in their order: of a partition the one that it belongs to. */
record Inheritance(Map<Long, List<Long>> parents) {

    private static final String QUERY = """
            SELECT i.inhrelid, i.inhparent FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
             WHERE c.relkind IN ('r', 'p', 'f') ORDER BY i.inhrelid, i.inhseqno
            """;

    static Inheritance read(Queries queries) throws SQLException {
        Map<Long, List<Long>> parents = new HashMap<>();
        queries.each(
                QUERY,
                row -> parents.computeIfAbsent(row.number(1), child -> new ArrayList<>())
                        .add(row.number(2)));
        return new Inheritance(parents);
    }

    List<Long> of(long table) {
        return parents.getOrDefault(table, List.of());
    }
}
