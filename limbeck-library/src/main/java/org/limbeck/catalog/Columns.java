package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.limbeck.schema.ColumnStorage;

/** The columns of relations by their OID, in the order of their numbers. */
final class Columns {

    private static final int NOT_NULL = 1;
    private static final int LOCAL = 2;
    private static final int OWN_COLLATION = 4;
    private static final int GRANTED = 8;

    /** There are many columns: what is yes or no shares one number, and what is as the server does it by itself is null. */
    private static final String QUERY = """
            SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod,
                   a.attnotnull::int + 2 * a.attislocal::int + 4 * (a.attcollation <> t.typcollation)::int
                       + 8 * (a.attacl IS NOT NULL)::int,
                   nullif(a.attidentity, ''), nullif(a.attgenerated, ''), a.attcollation,
                   CASE WHEN a.attstorage <> t.typstorage OR a.attcompression <> '' OR a.attstattarget <> -1
                                 OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL
                        THEN ARRAY[CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text ELSE '-' END,
                                   coalesce(nullif(a.attcompression::text, ''), '-'), coalesce(a.attstattarget, -1)::text,
                                   coalesce(a.attoptions, '{}')::text, coalesce(a.attfdwoptions, '{}')::text] END,
                   pg_get_expr(d.adbin, d.adrelid, true)
              FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON a.atthasdef AND d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND a.attnum > 0
                   AND NOT a.attisdropped AND c.relnamespace IN {read}
            """;

    private final Map<Long, List<CatalogColumn>> byRelation = new HashMap<>();
    private final Map<Long, Map<Long, String>> elsewhere = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<Long> granted = new TreeSet<>();

    static Columns read(Reading reading, Relations relations) throws SQLException {
        Columns columns = new Columns();
        reading.queries().each(query(reading), row -> columns.add(row));
        for (List<CatalogColumn> all : columns.byRelation.values()) {
            all.sort(Comparator.comparingInt(CatalogColumn::number));
        }
        relations.read().forEach(relation -> {
            if (relation.ofType() != 0) {
                reading.types().need(relation.ofType(), -1);
            }
            columns.of(relation.oid()).forEach(column -> {
                reading.types().need(column.type(), column.modifier());
                if (column.ownCollation()) {
                    reading.collations().need(column.collation());
                }
            });
        });
        return columns;
    }

    static String query(Reading reading) {
        return QUERY.replace("{read}", reading.namespaces().list());
    }

    private void add(Row row) throws SQLException {
        long relation = row.number(1);
        int flags = (int) row.number(6);
        CatalogColumn column = new CatalogColumn(
                (int) row.number(2),
                names.computeIfAbsent(row.text(3), name -> name),
                row.number(4),
                row.number(5),
                (flags & NOT_NULL) == 0,
                (flags & LOCAL) != 0,
                row.letter(7),
                row.letter(8),
                row.number(9),
                (flags & OWN_COLLATION) != 0,
                storage(row.texts(10)),
                row.expressionOrNull(11));
        byRelation.computeIfAbsent(relation, none -> new ArrayList<>()).add(column);
        if ((flags & GRANTED) != 0) {
            granted.add(relation);
        }
    }

    /** @param parts strategy, compression, statistics, parameters and options of a foreign table; none for nothing special */
    private static ColumnStorage storage(List<String> parts) {
        if (parts.isEmpty()) {
            return ColumnStorage.DEFAULT;
        }
        String strategy = switch (parts.get(0)) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            case "x" -> "EXTENDED";
            default -> null;
        };
        String compression = switch (parts.get(1)) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> null;
        };
        Integer statistics = Integer.valueOf(parts.get(2));
        return new ColumnStorage(
                strategy,
                compression,
                statistics == -1 ? null : statistics,
                Row.options(ArrayText.elements(parts.get(3))),
                Row.options(ArrayText.elements(parts.get(4))));
    }

    /** The relations with privileges of single columns. */
    Set<Long> granted() {
        return granted;
    }

    List<CatalogColumn> of(long relation) {
        return byRelation.getOrDefault(relation, List.of());
    }

    /** The column of that number. */
    CatalogColumn column(long relation, long number) {
        List<CatalogColumn> columns = of(relation);
        // Without dropped columns, each stands in the place that its number says.
        if (number <= columns.size() && columns.get((int) number - 1).number() == number) {
            return columns.get((int) number - 1);
        }
        return columns.stream()
                .filter(column -> column.number() == number)
                .findFirst()
                .orElseThrow(() -> new CatalogChangedException("column " + number + " of relation " + relation));
    }

    /** The names of the columns of those numbers, in that order. */
    List<String> names(long relation, Numbers numbers) {
        Map<Long, String> others = elsewhere.get(relation);
        return numbers.map(others == null ? number -> column(relation, number).name() : others::get);
    }

    /** Reads the names of the columns of tables in schemas that aren't read. */
    void loadElsewhere(Reading reading, Set<Long> relations) throws SQLException {
        Set<Long> missing = new HashSet<>(relations);
        missing.removeAll(byRelation.keySet());
        if (missing.isEmpty()) {
            return;
        }
        String oids = missing.stream().map(String::valueOf).collect(Collectors.joining(","));
        String query =
                "SELECT attrelid, attnum, attname FROM pg_attribute WHERE attnum > 0 AND attrelid IN (" + oids + ")";
        reading.queries()
                .each(
                        query,
                        row -> elsewhere
                                .computeIfAbsent(row.number(1), relation -> new HashMap<>())
                                .put(row.number(2), row.text(3)));
    }
}
