package org.limbeck.execute;

import java.sql.SQLException;
import java.util.List;
import org.limbeck.sql.Literals;

/**
 * Indexes that are built anew concurrently. An interruption leaves invalid copies, whose names end in {@code _ccnew} or
 * {@code _ccold} and perhaps a number; the work itself can simply be done again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY">Rebuilding Indexes
 *     Concurrently</a>
 */
record RebuiltIndexes(Catalog catalog, String name) implements Leftover {

    @Override
    public String state() throws SQLException {
        return String.join(",", copies("i.indexrelid::text"));
    }

    @Override
    public boolean settle(String before) throws SQLException {
        if (before.equals(UNKNOWN)) {
            return false;
        }
        List<String> known = List.of(before.split(","));
        for (String oid : copies("i.indexrelid::text")) {
            if (!known.contains(oid)) {
                catalog.execute("DROP INDEX CONCURRENTLY " + catalog.value("SELECT " + oid + "::regclass"));
            }
        }
        return false;
    }

    @Override
    public boolean isSound() {
        return true;
    }

    private List<String> copies(String what) throws SQLException {
        String relation = "to_regclass(" + Literals.text(name) + ")";
        return catalog.values(
                "WITH tables AS (SELECT coalesce((SELECT indrelid FROM pg_index WHERE indexrelid = t.relid), t.relid) AS oid"
                        + " FROM pg_partition_tree(" + relation
                        + ") t UNION SELECT coalesce((SELECT indrelid FROM pg_index"
                        + " WHERE indexrelid = " + relation + "), " + relation + "))"
                        + " SELECT " + what + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        + " WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND (i.indrelid IN (SELECT oid FROM tables)"
                        + " OR i.indrelid IN (SELECT reltoastrelid FROM pg_class JOIN tables USING (oid)))");
    }
}
