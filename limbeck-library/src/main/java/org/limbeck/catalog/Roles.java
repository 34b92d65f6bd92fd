package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.limbeck.schema.Grant;

/** The names of roles by OID; 0 stands for everybody. */
record Roles(Map<Long, String> names) {

    static Roles read(Queries queries) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        names.put(0L, Grant.PUBLIC);
        // The view leaves the passwords out, so that everybody may read it.
        queries.each("SELECT oid, rolname FROM pg_roles", row -> names.put(row.number(1), row.text(2)));
        return new Roles(names);
    }

    /** The role's name; its OID where it is gone, as the server prints it. */
    String name(long oid) {
        return names.getOrDefault(oid, String.valueOf(oid));
    }
}
