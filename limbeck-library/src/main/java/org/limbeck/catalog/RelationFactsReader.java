package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limbeck.safety.ColumnFacts;
import org.limbeck.safety.ConstraintFacts;
import org.limbeck.safety.IndexFacts;
import org.limbeck.safety.PartitionFacts;
import org.limbeck.safety.RelationFacts;
import org.limbeck.safety.RelationKind;

/** Reads relations, and those that hang together with them: parts, parents, foreign keys both ways, views both ways. */
final class RelationFactsReader {

    /** Whether the check {@code k} calls something whose answer may change. */
    static final String UNSTEADY = """
            (k.conbin::text LIKE '%SQLVALUEFUNCTION%' OR EXISTS (
               SELECT FROM regexp_matches(k.conbin::text, ':(?:funcid|opfuncid) ([0-9]+)', 'g') f
                 JOIN pg_proc p ON p.oid = f[1]::oid AND p.provolatile <> 'i'))""";

    /** Asking for sizes and definitions locks the relation for a moment; where somebody has it for himself, that would wait. */
    static final String TAKEN = """
            taken(oid) AS (SELECT relation FROM pg_locks
                            WHERE locktype = 'relation' AND mode = 'AccessExclusiveLock'
                              AND pid IS DISTINCT FROM pg_backend_pid())""";

    private static final String RELATIONS = """
            WITH RECURSIVE
            named(oid) AS (SELECT oid FROM pg_class WHERE oid IN {named}
                           UNION SELECT indrelid FROM pg_index WHERE indexrelid IN {named}),
            down(oid) AS (SELECT oid FROM named
                          UNION SELECT i.inhrelid FROM pg_inherits i JOIN down ON down.oid = i.inhparent),
            up(oid) AS (SELECT oid FROM named
                        UNION SELECT i.inhparent FROM pg_inherits i JOIN up ON up.oid = i.inhrelid),
            near(oid) AS (SELECT oid FROM down UNION SELECT oid FROM up
                          UNION SELECT partdefid FROM pg_partitioned_table JOIN up ON up.oid = partrelid),
            partners(oid) AS (SELECT oid FROM near
                    UNION SELECT confrelid FROM pg_constraint JOIN near ON near.oid = conrelid WHERE contype = 'f'
                    UNION SELECT conrelid FROM pg_constraint JOIN near ON near.oid = confrelid WHERE contype = 'f'),
            spread(oid) AS (SELECT oid FROM partners
                            UNION SELECT i.inhrelid FROM pg_inherits i JOIN spread ON spread.oid = i.inhparent),
            readers(oid) AS (SELECT oid FROM near
                    UNION SELECT w.ev_class FROM readers r
                      JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = r.oid
                                      AND d.classid = 'pg_rewrite'::regclass
                      JOIN pg_rewrite w ON w.oid = d.objid),
            reads(oid) AS (SELECT oid FROM near
                    UNION SELECT d.refobjid FROM reads r JOIN pg_rewrite w ON w.ev_class = r.oid
                      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                                      AND d.refclassid = 'pg_class'::regclass),
            sequences(oid) AS (SELECT d.objid FROM near
                      JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = near.oid
                                      AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0
                                      AND d.deptype IN ('a', 'i')),
            {taken}
            SELECT c.oid, n.nspname, c.relname, c.relkind,
                   CASE WHEN c.relkind NOT IN ('r', 'm', 't') THEN 0
                        WHEN c.oid IN (SELECT oid FROM taken)
                            THEN c.relpages * current_setting('block_size')::bigint
                        ELSE coalesce(pg_relation_size(c.oid), 0) END,
                   greatest(c.reltuples::bigint, nullif(pg_stat_get_live_tuples(c.oid), 0)), c.relpersistence,
                   (SELECT spcname FROM pg_tablespace WHERE oid = CASE WHEN c.reltablespace <> 0 THEN c.reltablespace
                        ELSE (SELECT dattablespace FROM pg_database WHERE datname = current_database()) END),
                   coalesce(m.amname, ''), c.relispartition, p.partdefid, p.partstrat,
                   ARRAY(SELECT coalesce(a.attname, '')
                           FROM unnest(p.partattrs, p.partclass, p.partcollation)
                                    WITH ORDINALITY k(attnum, class, comparison, at)
                           LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum AND k.attnum <> 0
                                AND a.attcollation = k.comparison
                                AND (SELECT o.opcdefault FROM pg_opclass o WHERE o.oid = k.class)
                          ORDER BY k.at),
                   c.relforcerowsecurity OR c.relreplident = 'n' OR NOT coalesce(has_table_privilege(c.oid, 'UPDATE'), true)
                     OR EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND NOT i.indimmediate)
                     OR (c.relreplident IN ('d', 'i') AND EXISTS (SELECT FROM pg_publication WHERE pubupdate)
                         AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid
                             AND CASE c.relreplident WHEN 'd' THEN i.indisprimary ELSE i.indisreplident END))
                     OR (c.relhastriggers AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid
                             AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype::int & 16 <> 0
                             AND t.tgattr::text = ''))
                     OR EXISTS (SELECT FROM pg_publication_rel r WHERE r.prrelid = c.oid AND {filtered})
                     OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND
                            {unsteady})
                     OR (c.relhasrules AND c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM pg_rewrite w
                             WHERE w.ev_class = c.oid AND w.ev_type = '2')),
                   CASE WHEN c.relpartbound IS NULL OR c.oid IN (SELECT oid FROM taken) THEN ''
                        ELSE coalesce(pg_get_expr(c.relpartbound, c.oid), '') END,
                   NOT pg_has_role(c.relowner, 'USAGE') OR c.reloftype <> 0
                     OR (c.relkind = 'r' AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
                             AND a.attidentity <> '' AND NOT a.attisdropped))
                     OR (c.relhastriggers AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal))
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_am m ON m.oid = c.relam
              LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
             WHERE c.oid IN (SELECT oid FROM spread UNION SELECT oid FROM readers UNION SELECT oid FROM reads
                             UNION SELECT oid FROM sequences UNION SELECT oid FROM named)
            """;

    /** Who belongs to whom: parents, views, sequences. */
    private static final String PAIRS = """
            SELECT 'child', i.inhparent, i.inhrelid, NULL FROM pg_inherits i
             WHERE i.inhrelid IN {oids} OR i.inhparent IN {oids}
            UNION
            SELECT 'read', w.ev_class, d.refobjid, NULL
              FROM pg_rewrite w JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                                                AND d.refclassid = 'pg_class'::regclass
             WHERE d.refobjid <> w.ev_class AND (w.ev_class IN {oids} OR d.refobjid IN {oids})
            UNION
            SELECT 'sequence', d.refobjid, d.objid, a.attname
              FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S'
              JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
             WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
               AND d.deptype IN ('a', 'i') AND d.refobjid IN {oids}
            """;

    private RelationFactsReader() {}

    static Map<Long, RelationFacts> read(Queries queries, Collection<Long> named) throws SQLException {
        List<RelationFacts> bare = new ArrayList<>();
        queries.each(
                RELATIONS
                        .replace("{taken}", TAKEN)
                        .replace("{unsteady}", UNSTEADY)
                        .replace("{named}", list(named))
                        .replace(
                                "{filtered}",
                                queries.since(15, "(r.prqual IS NOT NULL OR r.prattrs IS NOT NULL)", "false")),
                row -> bare.add(new RelationFacts(
                        row.number(1),
                        row.text(2),
                        row.text(3),
                        RelationKind.of(row.letter(4)),
                        row.number(5),
                        row.number(6),
                        row.letter(7),
                        row.text(8),
                        row.text(9),
                        List.of(),
                        List.of(),
                        List.of(),
                        new PartitionFacts(
                                List.of(),
                                List.of(),
                                row.flag(10),
                                row.number(11),
                                row.letter(12),
                                row.texts(13),
                                row.text(15),
                                row.flag(16)),
                        Map.of(),
                        List.of(),
                        List.of(),
                        row.flag(14))));
        String oids = list(bare.stream().map(RelationFacts::oid).toList());
        RelationParts parts = RelationParts.read(queries, oids);
        Pairs pairs = pairs(queries, oids);
        Map<Long, RelationFacts> relations = new HashMap<>();
        bare.forEach(relation -> relations.put(relation.oid(), complete(relation, parts, pairs)));
        return relations;
    }

    static String list(Collection<Long> oids) {
        return oids.isEmpty() ? "(0)" : oids.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }

    private record Pairs(
            Map<Long, List<Long>> children,
            Map<Long, List<Long>> parents,
            Map<Long, List<Long>> reads,
            Map<Long, List<Long>> readBy,
            Map<Long, Map<Long, String>> sequences) {}

    private static Pairs pairs(Queries queries, String oids) throws SQLException {
        Pairs pairs = new Pairs(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        queries.each(PAIRS.replace("{oids}", oids), row -> {
            long one = row.number(2);
            long other = row.number(3);
            switch (row.text(1)) {
                case "child" -> {
                    add(pairs.children(), one, other);
                    add(pairs.parents(), other, one);
                }
                case "read" -> {
                    add(pairs.reads(), one, other);
                    add(pairs.readBy(), other, one);
                }
                default ->
                    pairs.sequences()
                            .computeIfAbsent(one, none -> new HashMap<>())
                            .put(other, row.text(4));
            }
        });
        return pairs;
    }

    private static void add(Map<Long, List<Long>> map, long key, long value) {
        map.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    private static RelationFacts complete(RelationFacts bare, RelationParts parts, Pairs pairs) {
        long oid = bare.oid();
        List<ColumnFacts> columns = parts.columns().getOrDefault(oid, List.of());
        List<ConstraintFacts> constraints = parts.constraints().getOrDefault(oid, List.of());
        List<IndexFacts> indexes = parts.indexes().getOrDefault(oid, List.of());
        PartitionFacts partitions = bare.partitions();
        return new RelationFacts(
                oid,
                bare.schema(),
                bare.name(),
                bare.kind(),
                bare.bytes(),
                bare.rows(),
                bare.persistence(),
                bare.tablespace(),
                bare.accessMethod(),
                columns,
                constraints,
                indexes,
                new PartitionFacts(
                        pairs.parents().getOrDefault(oid, List.of()),
                        pairs.children().getOrDefault(oid, List.of()),
                        partitions.partition(),
                        partitions.defaultPartition(),
                        partitions.strategy(),
                        partitions.key(),
                        partitions.bound(),
                        partitions.hindered()),
                pairs.sequences().getOrDefault(oid, Map.of()),
                pairs.reads().getOrDefault(oid, List.of()),
                pairs.readBy().getOrDefault(oid, List.of()),
                bare.hindersUpdates());
    }
}
