package org.limbeck.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All that matters of a database's schema as sorted lines: two databases are alike when their lines are equal. */
final class Catalog {

    /** Columns go by their names: one that was dropped and added again stands at the end, which nobody asked to change. */
    private static final List<String> QUERIES = List.of("""
            SELECT format('schema %I', nspname) FROM pg_namespace n WHERE {own}
            """, """
            SELECT format('extension %I %s in %s', extname, extversion, extnamespace::regnamespace)
              FROM pg_extension WHERE extname <> 'plpgsql'
            """, """
            SELECT format('relation %I.%I kind %s persistence %s options %s tablespace %s partition %s', nspname, relname,
                          relkind, relpersistence, reloptions, reltablespace, pg_get_partkeydef(c.oid))
              FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE {own} AND relkind <> 't'
            """, """
            SELECT format('column %I.%I.%I %s%s default %s identity [%s] generated [%s] collation %s', nspname, relname,
                          attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN ' not null' END,
                          pg_get_expr(adbin, adrelid), attidentity, attgenerated,
                          CASE WHEN attcollation <> typcollation THEN attcollation::regcollation END)
              FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
              JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
             WHERE {own} AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'c')
            """, """
            SELECT format('constraint %I on %s: %s validated %s inherited %s', conname, conrelid::regclass,
                          pg_get_constraintdef(k.oid), convalidated, NOT connoinherit)
              FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace WHERE {own}
            """, """
            SELECT format('index %s valid %s ready %s', pg_get_indexdef(indexrelid), indisvalid, indisready)
              FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace
             WHERE {own}
            """, """
            SELECT format('sequence %I.%I %s start %s by %s from %s to %s cache %s cycle %s owned by %s', nspname, relname,
                          seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
                          (SELECT refobjid::regclass || '.' || attname || ' ' || deptype::text FROM pg_depend
                             JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                            WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype IN ('a', 'i')
                              AND refclassid = 'pg_class'::regclass AND refobjsubid > 0))
              FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE {own}
            """, """
            SELECT format('type %I.%I %s %s', nspname, typname, typtype,
                          (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
              FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE {own} AND typtype IN ('e', 'd', 'r')
            """, """
            SELECT format('function %s', pg_get_functiondef(p.oid))
              FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
             WHERE {own} AND prokind IN ('f', 'p')
               AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
            """, """
            SELECT format('trigger %s', pg_get_triggerdef(t.oid))
              FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
             WHERE {own} AND NOT tgisinternal
            """, """
            SELECT format('view %I.%I %s', schemaname, viewname, definition) FROM pg_views n
             WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            """, """
            SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
              FROM pg_description
             WHERE classoid IN ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_type'::regclass,
                                'pg_namespace'::regclass, 'pg_extension'::regclass)
               AND objoid >= 16384
            """);

    private Catalog() {}

    static List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : QUERIES) {
            lines.addAll(TestDatabase.rows(
                    connection,
                    query.replace("{own}", "(nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')")));
        }
        Collections.sort(lines);
        return lines;
    }
}
