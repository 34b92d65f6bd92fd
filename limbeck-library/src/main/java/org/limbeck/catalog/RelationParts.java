package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.limbeck.ddl.ConstraintDefinition;
import org.limbeck.ddl.TypeText;
import org.limbeck.safety.ColumnFacts;
import org.limbeck.safety.ConstraintFacts;
import org.limbeck.safety.IndexFacts;

/** The columns, constraints and indexes of relations, by the relation's OID. */
record RelationParts(
        Map<Long, List<ColumnFacts>> columns,
        Map<Long, List<ConstraintFacts>> constraints,
        Map<Long, List<IndexFacts>> indexes) {

    /** A not-null constraint that isn't valid, of PostgreSQL 18, proves nothing. */
    private static final String COLUMNS = """
            SELECT a.attrelid, a.attname, a.atttypid, format_type(a.atttypid, a.atttypmod), a.attcollation,
                   a.attnotnull AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = a.attrelid
                        AND k.contype = 'n' AND NOT k.convalidated AND k.conkey = ARRAY[a.attnum]),
                   a.attgenerated = 's', a.attgenerated = 'v',
                   ARRAY(SELECT DISTINCT CASE d.classid
                                WHEN 'pg_rewrite'::regclass THEN 'view' WHEN 'pg_policy'::regclass THEN 'policy'
                                WHEN 'pg_trigger'::regclass THEN 'trigger' WHEN 'pg_proc'::regclass THEN 'function'
                                WHEN 'pg_publication_rel'::regclass THEN 'publication'
                                ELSE 'generated column' END
                           FROM pg_depend d
                          WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid
                            AND d.refobjsubid = a.attnum
                            AND (d.classid IN ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass,
                                               'pg_publication_rel'::regclass)
                                 OR (d.classid = 'pg_trigger'::regclass
                                     AND NOT (SELECT t.tgisinternal FROM pg_trigger t WHERE t.oid = d.objid))
                                 OR (d.classid = 'pg_attrdef'::regclass
                                     AND EXISTS (SELECT FROM pg_attrdef f JOIN pg_attribute g
                                                     ON g.attrelid = f.adrelid AND g.attnum = f.adnum
                                                  WHERE f.oid = d.objid AND f.adrelid = a.attrelid
                                                    AND f.adnum <> a.attnum AND g.attgenerated <> ''))
                                 OR (d.classid = 'pg_class'::regclass AND d.objid = a.attrelid AND d.objsubid > 0)))
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE a.attrelid IN {oids} AND a.attnum > 0 AND NOT a.attisdropped
               AND c.relkind IN ('r', 'p', 'm', 'f', 'c')
             ORDER BY a.attrelid, a.attnum
            """;

    private static final String CONSTRAINTS = """
            WITH {taken}
            SELECT k.conrelid, k.conname, k.contype,
                   ARRAY(SELECT a.attname FROM unnest(k.conkey) WITH ORDINALITY u(attnum, at)
                           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum ORDER BY u.at),
                   CASE WHEN k.conrelid IN (SELECT oid FROM taken) THEN '' ELSE pg_get_constraintdef(k.oid) END, k.convalidated, {enforced}, k.confrelid, k.conindid,
                   k.conislocal AND k.coninhcount = 0 AND NOT k.connoinherit
                     AND NOT (k.contype = 'c' AND
                            {unsteady})
                     AND NOT EXISTS (SELECT FROM pg_description d
                                      WHERE d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid)
                     AND NOT EXISTS (SELECT FROM pg_depend d
                                      WHERE (d.refclassid = 'pg_constraint'::regclass AND d.refobjid = k.oid)
                                         OR (d.classid = 'pg_constraint'::regclass AND d.objid = k.oid
                                             AND d.deptype IN ('e', 'x')))
              FROM pg_constraint k
             WHERE k.conrelid IN {oids} AND k.contype IN ('c', 'n', 'u', 'p', 'f', 'x')
             ORDER BY k.conrelid, k.conname
            """;

    private static final String INDEXES = """
            WITH {taken}
            SELECT i.indrelid, i.indexrelid, c.relname, n.nspname,
                   ARRAY(SELECT coalesce(a.attname, '') FROM unnest(i.indkey) WITH ORDINALITY u(attnum, at)
                           LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.attnum
                                                   AND u.attnum <> 0
                          WHERE u.at <= i.indnkeyatts ORDER BY u.at),
                   ARRAY(SELECT a.attname FROM pg_attribute a
                          WHERE a.attrelid = i.indrelid AND a.attnum > 0
                            AND (a.attnum = ANY (i.indkey) OR EXISTS (SELECT FROM pg_depend d
                                    WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                                      AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid
                                      AND d.refobjsubid = a.attnum))),
                   i.indexprs IS NULL AND i.indpred IS NULL, i.indisunique, i.indisvalid,
                   CASE WHEN i.indrelid IN (SELECT oid FROM taken) THEN i.indexrelid::text
                        ELSE regexp_replace(pg_get_indexdef(i.indexrelid), '^.*? USING ', '') END, m.amname, i.indclass,
                   coalesce((SELECT h.inhparent FROM pg_inherits h WHERE h.inhrelid = i.indexrelid), 0),
                   CASE WHEN c.relkind <> 'i' THEN 0
                        WHEN c.oid IN (SELECT oid FROM taken)
                            THEN c.relpages * current_setting('block_size')::bigint
                        ELSE coalesce(pg_relation_size(c.oid), 0) END
              FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_am m ON m.oid = c.relam
             WHERE i.indrelid IN {oids}
             ORDER BY i.indrelid, c.relname
            """;

    static RelationParts read(Queries queries, String oids) throws SQLException {
        RelationParts parts = new RelationParts(new HashMap<>(), new HashMap<>(), new HashMap<>());
        queries.each(
                COLUMNS.replace("{oids}", oids),
                row -> add(
                        parts.columns(),
                        row.number(1),
                        new ColumnFacts(
                                row.text(2),
                                row.number(3),
                                TypeText.of(row.text(4)),
                                row.number(5),
                                row.flag(6),
                                row.flag(7),
                                row.flag(8),
                                new HashSet<>(row.texts(9)))));
        queries.each(
                CONSTRAINTS
                        .replace("{taken}", RelationFactsReader.TAKEN)
                        .replace("{unsteady}", RelationFactsReader.UNSTEADY)
                        .replace("{oids}", oids)
                        .replace("{enforced}", queries.since(18, "k.conenforced", "true")),
                row -> add(
                        parts.constraints(),
                        row.number(1),
                        new ConstraintFacts(
                                row.text(2),
                                kind(row.letter(3)),
                                row.texts(4),
                                row.text(5),
                                row.flag(6),
                                row.flag(7),
                                row.number(8),
                                row.number(9),
                                row.flag(10))));
        queries.each(
                INDEXES.replace("{taken}", RelationFactsReader.TAKEN).replace("{oids}", oids),
                row -> add(
                        parts.indexes(),
                        row.number(1),
                        new IndexFacts(
                                row.number(2),
                                row.text(3),
                                row.text(4),
                                row.texts(5),
                                new HashSet<>(row.texts(6)),
                                row.flag(7),
                                row.flag(8),
                                row.flag(9),
                                row.text(10),
                                row.text(11),
                                row.numbers(12).map(number -> number),
                                row.number(13),
                                row.number(14))));
        return parts;
    }

    private static <T> void add(Map<Long, List<T>> map, long key, T value) {
        map.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    private static ConstraintDefinition.Kind kind(char letter) {
        return switch (letter) {
            case 'c' -> ConstraintDefinition.Kind.CHECK;
            case 'n' -> ConstraintDefinition.Kind.NOT_NULL;
            case 'u' -> ConstraintDefinition.Kind.UNIQUE;
            case 'p' -> ConstraintDefinition.Kind.PRIMARY_KEY;
            case 'f' -> ConstraintDefinition.Kind.FOREIGN_KEY;
            default -> ConstraintDefinition.Kind.EXCLUDE;
        };
    }
}
