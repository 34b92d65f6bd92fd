package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.Set;
import org.limbeck.schema.Grant;
import org.limbeck.schema.ObjectId;

/** Reads what privileges are for; who has them is read with all others. */
final class DefaultPrivileges {

    private static final String QUERY = """
            SELECT d.oid, d.defaclobjtype, d.defaclrole, n.nspname
              FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
             WHERE d.defaclnamespace = 0 OR d.defaclnamespace IN {read}
            """;

    private DefaultPrivileges() {}

    static void identify(Reading reading) throws SQLException {
        reading.queries().each(QUERY.replace("{read}", reading.namespaces().list()), row -> {
            String role = reading.roles().name(row.number(3));
            ObjectId id = ObjectId.defaultPrivileges(objects(row.letter(2)), role, row.textOrNull(4));
            reading.result().identify(SystemCatalog.PG_DEFAULT_ACL, row.number(1), id);
            if (id.publicPrivilege().isPresent()) {
                reading.result().grant(new Grant(id, Grant.PUBLIC, Set.of(), false));
            }
        });
    }

    private static String objects(char letter) {
        return switch (letter) {
            case 'S' -> "SEQUENCES";
            case 'f' -> "FUNCTIONS";
            case 'T' -> "TYPES";
            case 'n' -> "SCHEMAS";
            case 'L' -> "LARGE OBJECTS";
            default -> "TABLES";
        };
    }
}
