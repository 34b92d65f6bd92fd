package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** Reads range types, for which the server has no printer. */
final class RangeTypes {

    private static final String QUERY = """
            SELECT t.oid, t.typarray, t.typnamespace, t.typname, t.typowner, format_type(r.rngsubtype, NULL),
                   CASE WHEN NOT o.opcdefault THEN o.opcname END, o.opcnamespace,
                   CASE WHEN r.rngcollation <> s.typcollation THEN c.collname END, c.collnamespace,
                   CASE WHEN r.rngcanonical <> 0 THEN r.rngcanonical::oid::regproc::text END,
                   CASE WHEN r.rngsubdiff <> 0 THEN r.rngsubdiff::oid::regproc::text END,
                   m.oid, m.typname, m.typarray
              FROM pg_range r
              JOIN pg_type t ON t.oid = r.rngtypid
              JOIN pg_type s ON s.oid = r.rngsubtype
              JOIN pg_type m ON m.oid = r.rngmultitypid
              JOIN pg_opclass o ON o.oid = r.rngsubopc
              LEFT JOIN pg_collation c ON c.oid = r.rngcollation
             WHERE t.oid >= 16384 AND t.typnamespace IN {read}
            """;

    private RangeTypes() {}

    static void add(Reading reading) throws SQLException {
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_TYPE);
        Namespaces namespaces = reading.namespaces();
        reading.queries().each(QUERY.replace("{read}", namespaces.list()), row -> {
            QualifiedName name = namespaces.qualified(row.number(3), row.text(4));
            ObjectId id = ObjectId.of(ObjectKind.RANGE_TYPE, name);
            String operatorClass = row.textOrNull(7);
            String collation = row.textOrNull(9);
            Scripted.Parameters parameters = new Scripted.Parameters()
                    .add("SUBTYPE", row.text(6))
                    .add(
                            "SUBTYPE_OPCLASS",
                            operatorClass == null ? null : quoted(namespaces, row.number(8), operatorClass))
                    .add("COLLATION", collation == null ? null : quoted(namespaces, row.number(10), collation))
                    .add("CANONICAL", row.textOrNull(11))
                    .add("SUBTYPE_DIFF", row.textOrNull(12))
                    .add("MULTIRANGE_TYPE_NAME", quoted(namespaces, row.number(3), row.text(14)));
            String definition = "CREATE TYPE " + Identifiers.quoted(name) + " AS RANGE " + parameters.inParentheses();
            scripted.add(row.number(1), id, definition, row.number(5));
            if (reading.result().id(SystemCatalog.PG_TYPE, row.number(1)) != null) {
                for (int column : new int[] {2, 13, 15}) {
                    reading.result().identify(SystemCatalog.PG_TYPE, row.number(column), id);
                }
            }
        });
    }

    private static String quoted(Namespaces namespaces, long namespace, String name) {
        return Identifiers.quoted(namespaces.qualified(namespace, name));
    }
}
