package org.limbeck.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All that matters of a database's schema as sorted lines: two databases are alike when their lines are equal. */
final class Catalog {

    /** Columns go by their names: one that was dropped and added again stands at the end, which nobody asked to change. */
    private static final List<String> QUERIES = List.of(
            """
            SELECT format('schema %I', nspname) FROM pg_namespace n WHERE {own}
            """,
            """
            SELECT format('extension %I %s in %s', extname, extversion, extnamespace::regnamespace)
              FROM pg_extension WHERE extname <> 'plpgsql'
            """,
            """
            SELECT format('relation %I.%I kind %s persistence %s options %s tablespace %s partition %s bound %s of %s security'
                          ' %s %s identity %s populated %s of type %s', nspname, relname, relkind, relpersistence, reloptions,
                          reltablespace, pg_get_partkeydef(c.oid), pg_get_expr(relpartbound, c.oid),
                          (SELECT array_agg(inhparent::regclass ORDER BY inhseqno) FROM pg_inherits
                            WHERE inhrelid = c.oid),
                          relrowsecurity, relforcerowsecurity, relreplident, relispopulated, nullif(reloftype, 0)::regtype),
                   (SELECT reloptions FROM pg_class t WHERE t.oid = c.reltoastrelid)
              FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE {own} AND relkind <> 't'
            """,
            """
            SELECT format('column %I.%I.%I %s%s default %s identity [%s] generated [%s] collation %s storage %s %s %s %s %s',
                          nspname, relname, attname, format_type(atttypid, atttypmod),
                          CASE WHEN attnotnull THEN ' not null' END, pg_get_expr(adbin, adrelid), attidentity,
                          attgenerated, CASE WHEN attcollation <> typcollation THEN attcollation::regcollation END,
                          attstorage, attcompression, coalesce(attstattarget, -1), attoptions, attfdwoptions)
              FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
              JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
             WHERE {own} AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
            """,
            """
            SELECT format('constraint %I on %s %s: %s validated %s inherited %s', conname, conrelid::regclass,
                          CASE WHEN contypid <> 0 THEN contypid::regtype END, pg_get_constraintdef(k.oid), convalidated,
                          NOT connoinherit)
              FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace WHERE {own}
            """,
            """
            SELECT format('index %s valid %s ready %s replica %s clustered %s statistics %s', pg_get_indexdef(indexrelid), indisvalid, indisready,
                          indisreplident, indisclustered,
                          (SELECT array_agg(coalesce(attstattarget, -1) ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid))
              FROM pg_index i JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace
             WHERE {own}
            """,
            """
            SELECT format('sequence %I.%I %s start %s by %s from %s to %s cache %s cycle %s owned by %s', nspname, relname,
                          seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
                          (SELECT refobjid::regclass || '.' || attname || ' ' || deptype::text FROM pg_depend
                             JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                            WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype IN ('a', 'i')
                              AND refclassid = 'pg_class'::regclass AND refobjsubid > 0))
              FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE {own}
            """,
            """
            SELECT format('type %I.%I %s %s %s default %s collation %s %s', nspname, typname, typtype,
                          (SELECT rngsubtype::regtype FROM pg_range WHERE rngtypid = t.oid), typnotnull, typdefault,
                          typcollation, (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
              FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE {own} AND typtype IN ('e', 'd', 'r')
            """,
            """
            SELECT format('function %s', pg_get_functiondef(p.oid))
              FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
             WHERE {own} AND prokind IN ('f', 'p')
               AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
            """,
            """
            SELECT format('trigger %s fires %s', pg_get_triggerdef(t.oid), tgenabled)
              FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
             WHERE {own} AND (NOT tgisinternal OR (tgparentid <> 0 AND tgname NOT LIKE 'RI\\_%'))
            """,
            """
            SELECT format('rule %s fires %s', pg_get_ruledef(r.oid), ev_enabled)
              FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class JOIN pg_namespace n ON n.oid = relnamespace WHERE {own}
            """,
            """
            SELECT format('policy %s on %s %s for %s to %s using %s check %s', polname, polrelid::regclass, polpermissive,
                          polcmd, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
              FROM pg_policy
            """,
            """
            SELECT format('aggregate %s of %s by %s from %s', p.oid::regprocedure, aggtranstype::regtype, aggtransfn, agginitval)
              FROM pg_aggregate JOIN pg_proc p ON p.oid = aggfnoid JOIN pg_namespace n ON n.oid = pronamespace WHERE {own}
            """,
            """
            SELECT format('statistics %s', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
            """,
            """
            SELECT format('cast %s to %s %s %s', castsource::regtype, casttarget::regtype, castcontext, castmethod)
              FROM pg_cast WHERE oid >= 16384
            """,
            """
            SELECT format('event trigger %s on %s calls %s fires %s', evtname, evtevent, evtfoid::regproc, evtenabled)
              FROM pg_event_trigger
            """,
            """
            SELECT format('publication %s insert %s update %s of %s', pubname, pubinsert, pubupdate,
                          (SELECT array_agg(prrelid::regclass) FROM pg_publication_rel WHERE prpubid = p.oid))
              FROM pg_publication p
            """,
            """
            SELECT format('collation %I %s', collname, collcollate) FROM pg_collation WHERE oid >= 16384
            """,
            """
            SELECT format('foreign data wrapper %s %s', fdwname, fdwoptions) FROM pg_foreign_data_wrapper
            UNION ALL SELECT format('server %s of %s %s', srvname, srvfdw, srvoptions) FROM pg_foreign_server
            UNION ALL SELECT format('foreign table %s of %s %s', ftrelid::regclass, ftserver, ftoptions) FROM pg_foreign_table
            """,
            """
            SELECT format('owner of %s: %s', pg_describe_object(classid, objid, 0), refobjid::regrole) FROM pg_shdepend
             WHERE deptype = 'o' AND objid >= 16384
               AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            """
            SELECT format('on %s %s may %s, grantable %s', pg_describe_object(class, object, part),
                          grantee::regrole, privilege_type,
                          is_grantable)
              FROM (SELECT 'pg_class'::regclass AS class, oid AS object, 0 AS part, coalesce(relacl,
                           acldefault((CASE relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char", relowner)) AS acl FROM pg_class
                     WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                     UNION ALL SELECT 'pg_class'::regclass, attrelid, attnum, attacl FROM pg_attribute WHERE NOT attisdropped
                     UNION ALL SELECT 'pg_proc'::regclass, oid, 0, coalesce(proacl, acldefault('f', proowner)) FROM pg_proc
                     UNION ALL SELECT 'pg_namespace'::regclass, oid, 0, coalesce(nspacl, acldefault('n', nspowner))
                                 FROM pg_namespace
                     UNION ALL SELECT 'pg_type'::regclass, oid, 0, coalesce(typacl, acldefault('T', typowner)) FROM pg_type
                     UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 0, coalesce(srvacl, acldefault('S', srvowner))
                                 FROM pg_foreign_server
                     UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, 0,
                                      coalesce(fdwacl, acldefault('F', fdwowner)) FROM pg_foreign_data_wrapper) a,
                   aclexplode(acl)
             WHERE object >= 16384
                OR (class = 'pg_namespace'::regclass AND object = to_regnamespace('public')
                    AND acl::text <> format(CASE WHEN current_setting('server_version_num')::int < 150000
                                                 THEN '{%1$s=UC/%1$s,=UC/%1$s}' ELSE '{%1$s=UC/%1$s,=U/%1$s}' END,
                                            (SELECT nspowner::regrole FROM pg_namespace WHERE nspname = 'public')))
            """,
            """
            SELECT format('default privileges of %s in %s on %s: %s', defaclrole::regrole, defaclnamespace::regnamespace,
                          defaclobjtype, e)
              FROM pg_default_acl, unnest(defaclacl) e
            """,
            """
            SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
              FROM pg_description
             WHERE objoid >= 16384
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
