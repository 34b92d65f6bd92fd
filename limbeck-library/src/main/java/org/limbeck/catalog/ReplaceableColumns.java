package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.safety.ReplaceableColumn;

/** Reads which columns another one can take the place of. */
final class ReplaceableColumns {

    /** Whatever depends on a column, and isn't known not to matter, keeps it where it is. */
    private static final String COLUMNS = """
            WITH tables AS (
                SELECT c.oid, n.nspname, c.relname
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.oid IN {oids} AND c.relkind = 'r' AND c.relpersistence <> 't' AND NOT c.relispartition
                   AND c.reloftype = 0 AND pg_has_role(c.relowner, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE')
                   AND EXISTS (SELECT FROM pg_language WHERE lanname = 'plpgsql' AND has_language_privilege(oid, 'USAGE'))
                   AND NOT EXISTS (SELECT FROM pg_inherits i WHERE c.oid IN (i.inhparent, i.inhrelid))
                   AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
                   AND NOT EXISTS (SELECT FROM pg_publication_tables p
                                    WHERE p.schemaname = n.nspname AND p.tablename = c.relname)
                   AND NOT EXISTS (SELECT FROM pg_subscription_rel s WHERE s.srrelid = c.oid)
                   AND NOT EXISTS (SELECT FROM pg_depend x JOIN pg_type y ON y.oid = x.refobjid
                                    WHERE x.refclassid = 'pg_type'::regclass AND x.deptype <> 'i'
                                      AND (y.typrelid = c.oid OR y.typelem = c.reltype))
                   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c'
                                      AND k.conbin::text LIKE '%:varattno 0 %')
                   AND NOT EXISTS (SELECT FROM pg_class x WHERE x.relnamespace = n.oid
                                      AND x.relname ~ '_limbeck_new(_seq)?$')
                   AND NOT EXISTS (SELECT FROM pg_proc x WHERE x.pronamespace = n.oid AND x.proname ~ '_limbeck_sync$')
                   AND NOT EXISTS (SELECT FROM pg_attribute x WHERE x.attrelid = c.oid AND NOT x.attisdropped
                                      AND x.attname ~ '_limbeck_new$'))
            SELECT a.attrelid, a.attname, coalesce(pg_get_expr(d.adbin, d.adrelid), ''),
                   CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' ELSE '' END
              FROM tables c
              JOIN pg_attribute a ON a.attrelid = c.oid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attnum > 0 AND a.attgenerated = '' AND a.attacl IS NULL AND a.attoptions IS NULL
               AND coalesce(a.attstattarget, -1) = -1 AND a.attstorage = t.typstorage AND a.attcompression = ''
               AND NOT EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass
                                AND x.objoid = a.attrelid AND x.objsubid = a.attnum)
               AND NOT EXISTS (SELECT FROM pg_seclabel x WHERE x.classoid = 'pg_class'::regclass
                                AND x.objoid = a.attrelid AND x.objsubid = a.attnum)
               AND NOT EXISTS (
                     SELECT FROM pg_depend x LEFT JOIN pg_class o ON x.classid = 'pg_class'::regclass AND o.oid = x.objid
                      WHERE x.refclassid = 'pg_class'::regclass AND x.refobjid = a.attrelid AND x.refobjsubid = a.attnum
                        AND NOT (x.classid = 'pg_constraint'::regclass OR coalesce(o.relkind IN ('i', 'S'), false)
                                 OR (x.classid = 'pg_attrdef'::regclass AND x.objid IS NOT DISTINCT FROM d.oid)))
               AND NOT EXISTS (
                     SELECT FROM pg_index i JOIN pg_class o ON o.oid = i.indexrelid
                      WHERE i.indrelid = a.attrelid AND EXISTS (SELECT FROM pg_depend x
                                 WHERE x.classid = 'pg_class'::regclass AND x.objid = i.indexrelid
                                   AND x.refclassid = 'pg_class'::regclass AND x.refobjid = a.attrelid
                                   AND x.refobjsubid = a.attnum
                                UNION ALL
                                SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid
                                   AND k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
                        AND (NOT i.indisvalid OR i.indisclustered OR i.indisreplident OR NOT i.indimmediate
                             OR o.reltablespace <> 0
                             OR EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = o.oid
                                         AND coalesce(k.attstattarget, -1) <> -1)
                             OR EXISTS (SELECT FROM pg_description x WHERE x.classoid = 'pg_class'::regclass
                                         AND x.objoid = o.oid)))
               AND NOT EXISTS (
                     SELECT FROM pg_constraint k JOIN pg_class o ON o.oid = k.conrelid
                      WHERE ((k.conrelid = a.attrelid AND a.attnum = ANY (k.conkey))
                             OR (k.confrelid = a.attrelid AND a.attnum = ANY (k.confkey)))
                        AND (k.contype NOT IN ('c', 'n', 'u', 'p', 'f') OR k.condeferrable OR k.conparentid <> 0
                             OR (k.contype IN ('c', 'n') AND k.connoinherit) OR o.relkind <> 'r'
                             OR NOT pg_has_role(o.relowner, 'USAGE')
                             OR EXISTS (SELECT FROM pg_description x
                                         WHERE x.classoid = 'pg_constraint'::regclass AND x.objoid = k.oid)
                             OR EXISTS (SELECT FROM pg_depend x WHERE x.refclassid = 'pg_constraint'::regclass
                                         AND x.refobjid = k.oid AND x.deptype <> 'i')))
               AND NOT EXISTS (
                     SELECT FROM pg_depend x JOIN pg_class o ON o.oid = x.objid AND o.relkind = 'S'
                       JOIN pg_sequence q ON q.seqrelid = o.oid
                      WHERE x.classid = 'pg_class'::regclass AND x.refclassid = 'pg_class'::regclass
                        AND x.refobjid = a.attrelid AND x.refobjsubid = a.attnum AND x.deptype = 'i'
                        AND (o.relacl IS NOT NULL OR q.seqstart <> 1 OR q.seqincrement <> 1 OR q.seqmin <> 1
                             OR q.seqcache <> 1 OR q.seqcycle OR o.relnamespace <> (SELECT relnamespace FROM pg_class WHERE oid = a.attrelid)
                             OR q.seqmax <> CASE q.seqtypid WHEN 'smallint'::regtype THEN 32767
                                      WHEN 'integer'::regtype THEN 2147483647 ELSE 9223372036854775807 END
                             OR EXISTS (SELECT FROM pg_depend y WHERE y.refclassid = 'pg_class'::regclass
                                         AND y.refobjid = o.oid AND y.deptype <> 'i')
                             OR EXISTS (SELECT FROM pg_description y WHERE y.classoid = 'pg_class'::regclass
                                         AND y.objoid = o.oid)))
            """;

    private ReplaceableColumns() {}

    /** By the OID of the table; asks nothing where there is none. */
    static Map<Long, List<ReplaceableColumn>> read(Queries queries, Collection<Long> tables) throws SQLException {
        Map<Long, List<ReplaceableColumn>> found = new HashMap<>();
        if (!tables.isEmpty()) {
            queries.each(
                    COLUMNS.replace("{oids}", RelationFactsReader.list(tables)),
                    row -> found.computeIfAbsent(row.number(1), none -> new ArrayList<>())
                            .add(new ReplaceableColumn(row.text(2), row.text(3), row.text(4))));
        }
        return found;
    }
}
