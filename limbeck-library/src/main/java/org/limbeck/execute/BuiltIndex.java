package org.limbeck.execute;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.limbeck.sql.Literals;

/**
 * An index that is built concurrently. A failed build leaves it invalid: it costs every write, rejects rows if it is unique,
 * and serves no read. One that was there before the build began is somebody else's and left alone.
 */
record BuiltIndex(Catalog catalog, String name, String table) implements Leftover {

    private static final String NONE = "none";

    @Override
    public String state() throws SQLException {
        String oid = find("i.indexrelid::text", "true");
        return oid == null ? NONE : oid;
    }

    @Override
    public boolean settle(String before) throws SQLException {
        if (before.equals(state())) {
            return false;
        }
        if (isValid()) {
            return true;
        }
        String invalid = invalid();
        if (invalid != null) {
            catalog.execute("DROP INDEX CONCURRENTLY " + invalid);
        }
        return false;
    }

    @Override
    public boolean isSound() throws SQLException {
        return invalid() == null;
    }

    private boolean isValid() throws SQLException {
        return find("i.indexrelid::text", "i.indisvalid") != null;
    }

    /** The index's name where it is there and invalid. */
    @Nullable
    String invalid() throws SQLException {
        return find("i.indexrelid::regclass::text", "NOT i.indisvalid");
    }

    private @Nullable String find(String what, String condition) throws SQLException {
        return catalog.value("SELECT " + what + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                + " WHERE c.relname = (parse_ident(" + Literals.text(name) + "))[1]::name"
                + " AND i.indrelid = to_regclass(" + Literals.text(table) + ") AND " + condition);
    }
}
