package org.limbeck.execute;

import java.sql.SQLException;
import org.limbeck.sql.Literals;

/** An index that is dropped concurrently. An interruption leaves it invalid, and it can be dropped again. */
record DroppedIndex(Catalog catalog, String name) implements Leftover {

    private static final String NONE = "none";

    @Override
    public String state() throws SQLException {
        return String.valueOf(
                catalog.value("SELECT coalesce(to_regclass(" + Literals.text(name) + ")::oid::text, '" + NONE + "')"));
    }

    @Override
    public boolean settle(String before) throws SQLException {
        return !before.equals(NONE) && state().equals(NONE);
    }

    @Override
    public boolean isSound() {
        return true;
    }
}
