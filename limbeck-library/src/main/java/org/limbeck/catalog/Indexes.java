package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.NullsOrder;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SortOrder;
import org.limbeck.sql.Identifiers;

/** Reads indexes by OID, those of constraints too. */
final class Indexes {

    private static final String QUERY = """
            SELECT i.indexrelid, i.indrelid, c.relname, m.amname, m.oid, i.indisunique, {nulls}, i.indisvalid,
                   i.indisreplident, i.indisclustered, i.indnkeyatts, i.indkey, i.indoption, i.indclass, i.indcollation, c.reloptions,
                   s.spcname, pg_get_expr(i.indpred, i.indrelid, true),
                   CASE WHEN i.indexprs IS NOT NULL
                        THEN ARRAY(SELECT coalesce(pg_get_indexdef(i.indexrelid, n, true), '')
                                     FROM generate_series(1, i.indnkeyatts) n) END
              FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid
              JOIN pg_am m ON m.oid = c.relam
              LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
             WHERE c.oid >= 16384 AND c.relnamespace IN {read} AND NOT c.relispartition
            """;

    /** Operator classes of btree and hash take no parameters. */
    private static final String PARAMETERS = """
            SELECT a.attrelid, a.attnum, CASE WHEN c.relam NOT IN (403, 405) THEN a.attoptions END, a.attstattarget
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
             WHERE (a.attoptions IS NOT NULL OR a.attstattarget >= 0) AND a.attnum > 0 AND c.relkind IN ('i', 'I')
            """;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private record Key(long index, long number) {}

    private final Columns columns;
    private final OperatorClasses operatorClasses;
    private final CollationNames collations;
    private final Map<Long, CatalogIndex> byOid = new LinkedHashMap<>();
    private final Map<Long, String> replicaIdentities = new HashMap<>();
    private final Map<Long, String> clusterings = new HashMap<>();
    private final Map<Key, Map<String, String>> parameters = new HashMap<>();
    private final Map<Key, Integer> statistics = new HashMap<>();

    private Indexes(Columns columns, OperatorClasses operatorClasses, CollationNames collations) {
        this.columns = columns;
        this.operatorClasses = operatorClasses;
        this.collations = collations;
    }

    static Indexes read(Reading reading, Relations relations, Columns columns) throws SQLException {
        Queries queries = reading.queries();
        Indexes indexes = new Indexes(columns, OperatorClasses.read(reading), reading.collations());
        queries.each(query(reading), row -> {
            if (relations.ifRead(row.number(2)) != null) {
                indexes.add(index(row));
            }
        });
        queries.each(PARAMETERS, row -> indexes.settings(new Key(row.number(1), row.number(2)), row));
        return indexes;
    }

    static String query(Reading reading) {
        return QUERY.replace("{read}", reading.namespaces().list())
                .replace("{nulls}", reading.queries().since(15, "NOT i.indnullsnotdistinct", "true"));
    }

    private static CatalogIndex index(Row row) throws SQLException {
        return new CatalogIndex(
                row.number(1),
                row.number(2),
                row.text(3),
                row.text(4),
                row.number(5),
                row.flag(6),
                row.flag(7),
                row.flag(8),
                row.flag(9),
                row.flag(10),
                (int) row.number(11),
                row.numbers(12),
                row.numbers(13),
                row.numbers(14),
                row.numbers(15),
                row.options(16),
                row.textOrNull(17),
                row.expressionOrNull(18),
                row.texts(19).stream().map(Printed::settled).toList());
    }

    private void settings(Key key, Row row) throws SQLException {
        parameters.put(key, row.options(3));
        String target = row.textOrNull(4);
        if (target != null && Integer.parseInt(target) >= 0) {
            statistics.put(key, Integer.valueOf(target));
        }
    }

    private void add(CatalogIndex index) {
        byOid.put(index.oid(), index);
        for (int key = 0; key < index.keys(); key++) {
            if (saysCollation(index, key)) {
                collations.need(index.collations().at(key));
            }
        }
        if (index.replicaIdentity()) {
            replicaIdentities.put(index.table(), "USING INDEX " + Identifiers.quoted(index.name()));
        }
        if (index.clustered()) {
            clusterings.put(index.table(), index.name());
        }
    }

    /** Adds those that stand for themselves. */
    void addTo(Reading reading, Relations relations, Constraints constraints) {
        for (CatalogIndex index : byOid.values()) {
            ObjectId constraint = constraints.ofIndex(index.oid());
            if (constraint != null) {
                reading.result().identify(SystemCatalog.PG_CLASS, index.oid(), constraint);
                continue;
            }
            QualifiedName table = relations.get(index.table()).name();
            ObjectId id = ObjectId.of(ObjectKind.INDEX, table.withName(index.name()));
            if (!reading.scope().objects().test(id)) {
                continue;
            }
            reading.result().identify(SystemCatalog.PG_CLASS, index.oid(), id);
            reading.result().add(index(index, table));
            if (!index.valid()) {
                reading.result().invalid(id);
            }
        }
    }

    private Index index(CatalogIndex index, QualifiedName table) {
        return new Index(
                index.name(),
                table,
                index.unique(),
                index.method(),
                elements(index),
                included(index),
                index.nullsDistinct(),
                index.parameters(),
                index.tablespace(),
                index.predicate());
    }

    CatalogIndex get(long oid) {
        CatalogIndex found = byOid.get(oid);
        if (found == null) {
            throw new CatalogChangedException("index " + oid);
        }
        return found;
    }

    /** Which index identifies the rows of a table to a subscriber, as a clause; null for none. */
    @Nullable
    String replicaIdentity(long table) {
        return replicaIdentities.get(table);
    }

    /** In which index's order {@code CLUSTER} puts the rows of a table; null for none. */
    @Nullable
    String clusterOn(long table) {
        return clusterings.get(table);
    }

    List<String> included(CatalogIndex index) {
        return index.columns()
                .map(
                        index.keys(),
                        number -> columns.column(index.table(), number).name());
    }

    List<IndexElement> elements(CatalogIndex index) {
        List<IndexElement> elements = new ArrayList<>(index.keys());
        for (int key = 0; key < index.keys(); key++) {
            elements.add(element(index, key));
        }
        return elements;
    }

    private IndexElement element(CatalogIndex index, int key) {
        boolean expression = index.columns().at(key) == 0;
        CatalogColumn column = expression
                ? null
                : columns.column(index.table(), index.columns().at(key));
        String term = column == null ? Expressions.bare(index.expressions().get(key)) : column.name();
        int options = (int) index.options().at(key);
        boolean descending = (options & DESCENDING) != 0;
        boolean nullsFirst = (options & NULLS_FIRST) != 0;
        return new IndexElement(
                term,
                expression,
                saysCollation(index, key) ? collations.name(index.collations().at(key)) : null,
                operatorClass(index, key, column == null ? 0 : column.type()),
                descending ? SortOrder.DESCENDING : SortOrder.ASCENDING,
                nullsFirst == descending ? NullsOrder.BY_DIRECTION : nullsFirst ? NullsOrder.FIRST : NullsOrder.LAST,
                expression ? statistics.get(new Key(index.oid(), key + 1L)) : null);
    }

    private boolean saysCollation(CatalogIndex index, int key) {
        long collation = index.collations().at(key);
        long number = index.columns().at(key);
        long byItself = number == 0
                ? CollationNames.DEFAULT
                : columns.column(index.table(), number).collation();
        return collation != 0 && collation != byItself;
    }

    private @Nullable String operatorClass(CatalogIndex index, int key, long type) {
        long oid = index.operatorClasses().at(key);
        Map<String, String> given = parameters.getOrDefault(new Key(index.oid(), key + 1L), Map.of());
        return given.isEmpty()
                ? operatorClasses.said(oid, type)
                : operatorClasses.name(oid) + Expressions.options(given);
    }
}
