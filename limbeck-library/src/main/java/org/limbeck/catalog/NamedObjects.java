package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.Volatility;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/** What the server makes of the names in statements. */
record NamedObjects(
        Map<QualifiedName, Long> relations,
        Map<String, Long> types,
        Map<QualifiedName, Volatility> functions,
        Map<QualifiedName, Long> collations,
        Map<QualifiedName, Long> statistics,
        Map<String, List<Long>> domainTables,
        Map<Long, List<Long>> typedTables,
        Map<String, List<Long>> members,
        Set<QualifiedName> constraints,
        Set<QualifiedName> owned) {

    private static final String QUERY = """
            SELECT 'relation', n, to_regclass(n)::oid, NULL FROM unnest({relations}) n
            UNION ALL
            SELECT 'type', n, to_regtype(n)::oid, NULL FROM unnest({types}) n
            UNION ALL
            SELECT 'collation', n, to_regcollation(n)::oid, NULL FROM unnest({collations}) n
            UNION ALL
            SELECT 'function', n, p.oid,
                   CASE WHEN p.provolatile <> 'v' THEN 's'
                        WHEN p.prolang = (SELECT oid FROM pg_language WHERE lanname = 'sql') THEN 'm' ELSE 'v' END
              FROM unnest({functions}) n
              JOIN pg_proc p ON p.proname = (parse_ident(n))[array_upper(parse_ident(n), 1)]
              JOIN pg_namespace s ON s.oid = p.pronamespace
             WHERE CASE WHEN array_length(parse_ident(n), 1) = 1 THEN pg_function_is_visible(p.oid)
                        ELSE s.nspname = (parse_ident(n))[1] END
            UNION ALL
            SELECT 'statistics', n, x.stxrelid, NULL
              FROM unnest({statistics}) n
              JOIN pg_statistic_ext x ON x.stxname = (parse_ident(n))[array_upper(parse_ident(n), 1)]
              JOIN pg_namespace s ON s.oid = x.stxnamespace
             WHERE CASE WHEN array_length(parse_ident(n), 1) = 1 THEN pg_statistics_obj_is_visible(x.oid)
                        ELSE s.nspname = (parse_ident(n))[1] END
            UNION ALL
            SELECT 'domain', d.n, a.attrelid, NULL
              FROM (WITH RECURSIVE built(n, oid) AS (
                        SELECT n, to_regtype(n)::oid FROM unnest({types}) n
                        UNION SELECT built.n, t.oid FROM built JOIN pg_type t
                                ON (t.typtype = 'd' AND t.typbasetype = built.oid) OR t.typelem = built.oid
                    ) SELECT built.n, built.oid FROM built JOIN pg_type t ON t.oid = to_regtype(built.n)
                       WHERE t.typtype = 'd') d
              JOIN pg_attribute a ON a.atttypid = d.oid AND NOT a.attisdropped
              JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'm')
            UNION ALL
            SELECT 'typed', y.typrelid::text, c.oid, NULL
              FROM unnest({relations}) n JOIN pg_type y ON y.typrelid = to_regclass(n)::oid AND y.typrelid <> 0
              JOIN pg_class c ON c.reloftype = y.oid
            UNION ALL
            SELECT 'constraint', n, k.oid, NULL
              FROM unnest({relations}) n
              JOIN pg_constraint k ON k.conname = (parse_ident(n))[array_upper(parse_ident(n), 1)]
              JOIN pg_namespace s ON s.oid = k.connamespace
             WHERE CASE WHEN array_length(parse_ident(n), 1) = 1 THEN s.nspname = ANY (current_schemas(true))
                        ELSE s.nspname = (parse_ident(n))[1] END
            UNION ALL
            SELECT 'owned', n, c.oid, NULL
              FROM unnest({relations}) n JOIN pg_class c ON c.oid = to_regclass(n)
             WHERE c.relowner = quote_ident(current_user)::regrole
            UNION ALL
            SELECT 'member', s.nspname, c.oid, NULL
              FROM pg_namespace s JOIN pg_class c ON c.relnamespace = s.oid
             WHERE s.nspname = ANY ({schemas}) AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
            """;

    static NamedObjects read(Queries queries, FactsRequest request) throws SQLException {
        Map<String, QualifiedName> names = new HashMap<>();
        String query = QUERY.replace("{relations}", array(names, request.relations()))
                .replace("{types}", texts(request.types()))
                .replace("{collations}", array(names, request.collations()))
                .replace("{functions}", array(names, request.functions()))
                .replace("{statistics}", array(names, request.statistics()))
                .replace("{schemas}", texts(request.schemas()));
        NamedObjects objects = new NamedObjects(
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>());
        queries.each(query, row -> {
            String name = row.text(2);
            long oid = row.number(3);
            if (oid != 0) {
                objects.add(row.text(1), name, oid, row.letter(4), names);
            }
        });
        return objects;
    }

    private static String array(Map<String, QualifiedName> names, Set<QualifiedName> of) {
        Set<String> texts = new HashSet<>();
        for (QualifiedName name : of) {
            String text = Identifiers.quoted(name);
            names.put(text, name);
            texts.add(text);
        }
        return texts(texts);
    }

    private static String texts(Set<String> texts) {
        return texts.stream().map(Literals::text).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private void add(String kind, String name, long oid, char volatility, Map<String, QualifiedName> names) {
        QualifiedName written = names.getOrDefault(name, new QualifiedName(null, "?"));
        switch (kind) {
            case "relation" -> relations.put(written, oid);
            case "type" -> types.put(name, oid);
            case "collation" -> collations.put(written, oid);
            case "statistics" -> statistics.put(written, oid);
            case "function" ->
                functions.merge(
                        written,
                        volatility == 'v'
                                ? Volatility.VOLATILE
                                : volatility == 's' ? Volatility.STEADY : Volatility.MIXED,
                        (one, other) -> one == other ? one : Volatility.MIXED);
            case "domain" -> add(domainTables, name, oid);
            case "constraint" -> constraints.add(written);
            case "owned" -> owned.add(written);
            case "typed" -> add(typedTables, Long.parseLong(name), oid);
            default -> add(members, name, oid);
        }
    }

    private static <K> void add(Map<K, List<Long>> map, K key, long oid) {
        List<Long> oids = map.computeIfAbsent(key, none -> new ArrayList<>());
        if (!oids.contains(oid)) {
            oids.add(oid);
        }
    }

    /** What the server makes of some of the relations' names, where there is something. */
    Set<Long> oids(Set<QualifiedName> of) {
        return of.stream()
                .flatMap(name -> Stream.ofNullable(relations.get(name)))
                .collect(Collectors.toSet());
    }

    /** Every relation that the statements are about. */
    Set<Long> relationOids() {
        Set<Long> oids = new HashSet<>(relations.values());
        oids.addAll(statistics.values());
        domainTables.values().forEach(oids::addAll);
        typedTables.values().forEach(oids::addAll);
        members.values().forEach(oids::addAll);
        return oids;
    }
}
