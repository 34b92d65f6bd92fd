package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.schema.Grant;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;

/** Reads who may do what, except what owners may do with their own. */
final class Grants {

    /** Where a list is null the owner alone may do anything, but everybody may use routines and types. */
    private static final String QUERY = """
            SELECT g.catalog, g.oid, g.part, (e).grantee, (e).privilege_type, (e).is_grantable
              FROM (SELECT 1259 AS catalog, oid, 0 AS part, relowner AS owner, aclexplode(relacl) AS e
                      FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384 AND relnamespace IN {read}
                    UNION ALL
                    SELECT 1259, a.attrelid, a.attnum, c.relowner, aclexplode(a.attacl)
                      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                     WHERE a.attacl IS NOT NULL AND a.attnum > 0 AND NOT a.attisdropped AND c.oid IN {granted}
                    UNION ALL
                    SELECT 2615, oid, 0, nspowner, aclexplode(nspacl)
                      FROM pg_namespace WHERE nspacl IS NOT NULL AND oid IN {read}
                    UNION ALL
                    SELECT 1247, t.oid, 0, t.typowner, aclexplode(coalesce(t.typacl, acldefault('T', t.typowner)))
                      FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
                     WHERE t.typnamespace IN {read} AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
                    UNION ALL
                    SELECT 1255, oid, 0, proowner, aclexplode(coalesce(proacl, acldefault('f', proowner)))
                      FROM pg_proc WHERE oid >= 16384 AND pronamespace IN {read}
                    UNION ALL
                    SELECT 826, oid, 0, defaclrole, aclexplode(defaclacl) FROM pg_default_acl
                    UNION ALL
                    SELECT 2328, oid, 0, fdwowner, aclexplode(fdwacl)
                      FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
                    UNION ALL
                    SELECT 1417, oid, 0, srvowner, aclexplode(srvacl) FROM pg_foreign_server WHERE srvacl IS NOT NULL) g
             WHERE (e).grantee <> g.owner
            """;

    /** Below it are the OIDs of what a new database has; a schema that was created again gives nothing to everybody. */
    private static final long FIRST_CREATED = 16384;

    private record Key(ObjectId on, String role, boolean grantable) {}

    private Grants() {}

    static void add(Reading reading, Columns columns) throws SQLException {
        DefaultPrivileges.identify(reading);
        long publicSchema = identifyPublic(reading);
        Map<Key, Set<String>> privileges = new HashMap<>();
        String granted = columns.granted().isEmpty()
                ? "(0)"
                : columns.granted().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        String query = QUERY.replace("{read}", reading.namespaces().list()).replace("{granted}", granted);
        reading.queries().each(query, row -> {
            long oid = row.number(2);
            ObjectId object = reading.result().id(row.number(1), oid);
            if (object != null) {
                long part = row.number(3);
                ObjectId on = part == 0
                        ? object
                        : ObjectId.column(
                                object.name(), columns.column(oid, part).name());
                String role = reading.roles().name(row.number(4));
                privileges
                        .computeIfAbsent(new Key(on, role, row.flag(6)), key -> new TreeSet<>())
                        .add(row.text(5));
            }
        });
        if (publicSchema != 0) {
            withoutGiven(privileges, reading.queries().major(), publicSchema >= FIRST_CREATED);
        }
        privileges.forEach((key, all) -> reading.result().grant(new Grant(key.on, key.role, all, key.grantable)));
    }

    /** The schema is no object here, since nobody makes it, but who may do what with it is said as of any other. */
    private static long identifyPublic(Reading reading) {
        if (!reading.scope().objects().test(Namespace.PUBLIC)) {
            return 0;
        }
        for (Namespaces.Namespace found : reading.namespaces().all()) {
            if (found.name().equals(Namespace.PUBLIC.name().name())) {
                reading.result().identify(SystemCatalog.PG_NAMESPACE, found.oid(), Namespace.PUBLIC);
                return found.oid();
            }
        }
        return 0;
    }

    /** What a version gives everybody by itself isn't said, so that new databases are equal, whatever their version. */
    private static void withoutGiven(Map<Key, Set<String>> privileges, int major, boolean created) {
        Key everybody = new Key(Namespace.PUBLIC, Grant.PUBLIC, false);
        Set<String> there = privileges.computeIfAbsent(everybody, none -> new TreeSet<>());
        if (there.equals(Namespace.givenPrivileges(major)) || (created && there.isEmpty())) {
            privileges.remove(everybody);
        }
    }
}
