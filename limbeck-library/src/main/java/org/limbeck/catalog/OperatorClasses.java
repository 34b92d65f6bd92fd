package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** The operator classes of indexes by OID. */
final class OperatorClasses {

    private static final String QUERY =
            "SELECT oid, opcnamespace, opcname, opcmethod, opcintype, opcdefault FROM pg_opclass";

    private record OperatorClass(QualifiedName name, long method, long type, boolean isDefault) {}

    private record Use(long method, long type) {}

    private final Map<Long, OperatorClass> byOid = new HashMap<>();
    private final Set<Use> haveDefault = new HashSet<>();

    static OperatorClasses read(Reading reading) throws SQLException {
        OperatorClasses classes = new OperatorClasses();
        reading.queries().each(QUERY, row -> {
            QualifiedName name = reading.namespaces().qualified(row.number(2), row.text(3));
            OperatorClass found = new OperatorClass(name, row.number(4), row.number(5), row.flag(6));
            classes.byOid.put(row.number(1), found);
            if (found.isDefault) {
                classes.haveDefault.add(new Use(found.method, found.type));
            }
        });
        return classes;
    }

    /**
     * What has to be said of the operator class of a key.
     *
     * @param type the OID of the key's type; 0 for unknown
     * @return its name as SQL; null where the server takes it by itself
     */
    @Nullable
    String said(long oid, long type) {
        OperatorClass found = Objects.requireNonNull(byOid.get(oid));
        // The default of another type counts too, as text's for varchar, unless the type has one of its own.
        boolean byItself =
                found.isDefault && (found.type == type || !haveDefault.contains(new Use(found.method, type)));
        return byItself ? null : name(oid);
    }

    String name(long oid) {
        return Identifiers.quoted(Objects.requireNonNull(byOid.get(oid)).name);
    }
}
