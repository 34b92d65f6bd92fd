package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.ddl.TypeText;
import org.limbeck.safety.CastFacts;
import org.limbeck.safety.TypeFacts;

/** Reads what decides whether a change of a column's type touches rows. */
final class TypeFactsReader {

    private static final String TYPES = """
            WITH RECURSIVE below(top, oid, spelling, constrained, defaulted) AS (
                SELECT t.oid, t.oid, format_type(t.oid, -1), t.typnotnull OR EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid),
                       t.typtype = 'd' AND t.typdefault IS NOT NULL
                  FROM pg_type t WHERE t.oid IN {types}
                UNION ALL
                SELECT b.top, t.oid, format_type(d.typbasetype, d.typtypmod),
                       b.constrained OR t.typnotnull OR EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid),
                       b.defaulted OR (t.typtype = 'd' AND t.typdefault IS NOT NULL)
                  FROM below b JOIN pg_type d ON d.oid = b.oid AND d.typtype = 'd'
                  JOIN pg_type t ON t.oid = d.typbasetype
            )
            SELECT b.top, b.oid, b.constrained, b.defaulted, o.typcollation, o.typtype = 'e', b.spelling
              FROM below b JOIN pg_type t ON t.oid = b.oid JOIN pg_type o ON o.oid = b.top
             WHERE t.typtype <> 'd'
            """;

    /** An exact match first, then what the type is read as without a change of its bytes, preferred types first. */
    private static final String OPERATOR_CLASSES = """
            SELECT DISTINCT ON (t.oid, m.amname) t.oid, m.amname, c.oid
              FROM pg_type t
              JOIN pg_opclass c ON c.opcdefault
              JOIN pg_am m ON m.oid = c.opcmethod
              LEFT JOIN pg_cast k ON k.castsource = t.oid AND k.casttarget = c.opcintype
                                 AND k.castmethod = 'b' AND k.castcontext = 'i'
              LEFT JOIN pg_type i ON i.oid = c.opcintype
             WHERE t.oid IN {types}
               AND (c.opcintype = t.oid OR k.oid IS NOT NULL
                    OR (t.typtype = 'e' AND c.opcintype = 'anyenum'::regtype)
                    OR (t.typtype = 'r' AND c.opcintype = 'anyrange'::regtype)
                    OR (t.typtype = 'm' AND c.opcintype = 'anymultirange'::regtype)
                    OR (t.typcategory = 'A' AND c.opcintype = 'anyarray'::regtype))
             ORDER BY t.oid, m.amname, c.opcintype = t.oid DESC, i.typispreferred DESC, c.oid
            """;

    private static final String CASTS = """
            SELECT k.castsource, k.casttarget, k.castmethod, k.castcontext, p.proname, s.proname
              FROM pg_cast k
              LEFT JOIN pg_proc p ON p.oid = k.castfunc
              LEFT JOIN pg_proc s ON s.oid = p.prosupport
             WHERE k.castsource IN {types} AND k.casttarget IN {types}
            """;

    private TypeFactsReader() {}

    /** By the names in statements, and by OID as text. */
    static Map<String, TypeFacts> types(Queries queries, Map<String, Long> named, Set<Long> others)
            throws SQLException {
        Set<Long> oids = new HashSet<>(named.values());
        oids.addAll(others);
        String list = RelationFactsReader.list(oids);
        Map<Long, Map<String, Long>> classes = new HashMap<>();
        Map<Long, TypeFacts> found = new HashMap<>();
        queries.each(TYPES.replace("{types}", list), row -> {
            long base = row.number(2);
            Map<String, Long> ofBase = classes.computeIfAbsent(base, none -> new HashMap<>());
            found.put(
                    row.number(1),
                    new TypeFacts(
                            row.number(1),
                            base,
                            row.flag(3),
                            row.flag(4),
                            row.number(5),
                            row.flag(6),
                            TypeText.of(row.text(7)),
                            ofBase));
        });
        queries.each(
                OPERATOR_CLASSES.replace("{types}", RelationFactsReader.list(classes.keySet())),
                row -> classes.computeIfAbsent(row.number(1), none -> new HashMap<>())
                        .put(row.text(2), row.number(3)));
        Map<String, TypeFacts> types = new HashMap<>();
        found.forEach((oid, type) -> types.put(String.valueOf(oid), complete(type, classes)));
        named.forEach((name, oid) -> {
            TypeFacts type = found.get(oid);
            if (type != null) {
                types.put(name, complete(type, classes));
            }
        });
        return types;
    }

    private static TypeFacts complete(TypeFacts type, Map<Long, Map<String, Long>> classes) {
        return new TypeFacts(
                type.oid(),
                type.base(),
                type.constrained(),
                type.defaulted(),
                type.collation(),
                type.enumeration(),
                type.spelling(),
                classes.getOrDefault(type.base(), Map.of()));
    }

    static List<CastFacts> casts(Queries queries, Collection<TypeFacts> types) throws SQLException {
        Set<Long> bases = new HashSet<>();
        types.forEach(type -> bases.add(type.base()));
        List<CastFacts> casts = new ArrayList<>();
        queries.each(CASTS.replace("{types}", RelationFactsReader.list(bases)), row -> {
            String function = row.textOrNull(5);
            String support = row.textOrNull(6);
            casts.add(new CastFacts(
                    row.number(1),
                    row.number(2),
                    row.letter(3),
                    row.letter(4),
                    function == null ? "" : function,
                    support == null ? "" : support));
        });
        return casts;
    }
}
