package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;

/** Reads casts, which stand outside of schemas, and for which the server has no printer. */
final class Casts {

    /** A range type comes with a cast to its multirange type. */
    private static final String QUERY = """
            SELECT c.oid, format_type(c.castsource, NULL), format_type(c.casttarget, NULL), t.typnamespace, t.typname,
                   c.castmethod, CASE WHEN c.castfunc <> 0 THEN c.castfunc::regprocedure::text END, c.castcontext
              FROM pg_cast c JOIN pg_type t ON t.oid = c.casttarget
             WHERE c.oid >= 16384
                   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid
                                          AND d.deptype = 'i')
            """;

    private Casts() {}

    static void add(Reading reading) throws SQLException {
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_CAST);
        reading.queries().each(QUERY, row -> {
            QualifiedName target = reading.namespaces().qualified(row.number(4), row.text(5));
            String how = switch (row.letter(6)) {
                case 'f' -> "WITH FUNCTION " + row.text(7);
                case 'i' -> "WITH INOUT";
                default -> "WITHOUT FUNCTION";
            };
            String when = switch (row.letter(8)) {
                case 'a' -> " AS ASSIGNMENT";
                case 'i' -> " AS IMPLICIT";
                default -> "";
            };
            String definition = "CREATE CAST (" + row.text(2) + " AS " + row.text(3) + ") " + how + when;
            scripted.add(row.number(1), new ObjectId(ObjectKind.CAST, target, row.text(2)), definition, 0);
        });
    }
}
