package org.limbeck.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.problem.LimbeckException;
import org.limbeck.sql.Literals;

/** Finds keys that keep a unique index from being built; the server names only one. */
record DuplicateKeys(Catalog catalog, BuiltIndex index) {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int SAMPLE = 10;
    /** They are a courtesy: a large table isn't sorted for long. */
    private static final int SECONDS = 30;

    private static final String QUERY = """
            SELECT format('SELECT concat_ws('', '', %s) || '': '' || count(*) || '' rows'' FROM %s%s GROUP BY %s'
                              || ' HAVING count(*) > 1 ORDER BY count(*) DESC LIMIT {sample}',
                          string_agg(format('coalesce((%s)::text, ''NULL'')', k), ', ' ORDER BY n), i.indrelid::regclass,
                          coalesce(' WHERE ' || pg_get_expr(i.indpred, i.indrelid), ''),
                          string_agg(k, ', ' ORDER BY n))
              FROM pg_index i, generate_series(1, i.indnkeyatts) AS n, pg_get_indexdef(i.indexrelid, n, true) AS k
             WHERE i.indexrelid = to_regclass({index})
             GROUP BY i.indexrelid, i.indrelid, i.indpred
            """;

    /** Up to ten of them with how many rows they have; none where the failure is another, or that would take long. */
    List<String> sample(LimbeckException failure) {
        if (!UNIQUE_VIOLATION.equals(LockFailure.state(failure))) {
            return List.of();
        }
        try {
            String invalid = index.invalid();
            String query = invalid == null
                    ? null
                    : catalog.value(QUERY.replace("{sample}", String.valueOf(SAMPLE))
                            .replace("{index}", Literals.text(invalid)));
            if (query == null) {
                return List.of();
            }
            catalog.execute("SET statement_timeout = '" + SECONDS + "s'");
            List<String> keys = new ArrayList<>(List.of("keys that several rows have, " + SAMPLE + " at most:"));
            catalog.values(query).forEach(key -> keys.add("  " + key));
            catalog.execute("RESET statement_timeout");
            return keys;
        } catch (SQLException unseen) {
            return List.of();
        }
    }
}
