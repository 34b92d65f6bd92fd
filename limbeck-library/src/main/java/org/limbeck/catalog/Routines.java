package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Reads functions and procedures. */
final class Routines {

    /** The constructors of a range type come with the type. */
    private static final String QUERY = """
            SELECT p.oid, p.prokind, p.pronamespace, p.proname, oidvectortypes(p.proargtypes), p.proowner,
                   pg_get_functiondef(p.oid), p.prosqlbody IS NOT NULL
              FROM pg_proc p
             WHERE p.oid >= 16384 AND p.prokind IN ('f', 'w', 'p') AND p.pronamespace IN {read}
                   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                                          AND d.deptype IN ('e', 'i'))
            """;

    private Routines() {}

    static void add(Reading reading) throws SQLException {
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_PROC);
        reading.queries().each(QUERY.replace("{read}", reading.namespaces().list()), row -> {
            ObjectKind kind = row.letter(2) == 'p' ? ObjectKind.PROCEDURE : ObjectKind.FUNCTION;
            ObjectId id = new ObjectId(kind, reading.namespaces().qualified(row.number(3), row.text(4)), row.text(5));
            String head = "CREATE " + kind.sql() + " ";
            // A body in quotes is as somebody wrote it, on a machine with line ends of one or the other kind.
            String printed = row.flag(8) ? row.expression(7) : row.text(7).replace("\r\n", "\n");
            String definition = printed.stripTrailing().replaceFirst("^CREATE OR REPLACE ", "CREATE ");
            String bare =
                    Scripted.withoutSchema(definition, head, reading.scope().defaultSchema());
            scripted.add(row.number(1), id, bare, row.number(6));
        });
    }
}
