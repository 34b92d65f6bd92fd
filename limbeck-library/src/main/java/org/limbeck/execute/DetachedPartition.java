package org.limbeck.execute;

import java.sql.SQLException;
import org.limbeck.sql.Literals;

/**
 * A partition that is detached concurrently. An interruption leaves it detached in name, which keeps every other one from
 * being detached, until that is made final.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION">DETACH
 *     PARTITION</a>
 */
record DetachedPartition(Catalog catalog, String name, String table) implements Leftover {

    private static final String PENDING = "pending";
    private static final String DETACHED = "detached";

    @Override
    public String state() throws SQLException {
        String state = catalog.value("SELECT CASE WHEN inhdetachpending THEN '" + PENDING + "' ELSE 'attached' END"
                + " FROM pg_inherits WHERE inhrelid = to_regclass(" + Literals.text(name)
                + ") AND inhparent = to_regclass(" + Literals.text(table) + ")");
        return state == null ? DETACHED : state;
    }

    @Override
    public boolean settle(String before) throws SQLException {
        String now = state();
        if (now.equals(PENDING)) {
            catalog.execute("ALTER TABLE " + table + " DETACH PARTITION " + name + " FINALIZE");
            return true;
        }
        return now.equals(DETACHED) && !before.equals(DETACHED);
    }

    @Override
    public boolean isSound() {
        return true;
    }
}
