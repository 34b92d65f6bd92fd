package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ExclusionElement;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.IndexElement;
import org.limbeck.schema.MatchType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Unique;
import org.limbeck.sql.Identifiers;

/** The constraints of tables by OID: those that were declared there, and neither inherited nor copied to a partition. */
final class Constraints {

    private static final String QUERY = """
            SELECT k.oid, k.conrelid, k.conname, k.contype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit,
                   k.conindid, k.confrelid, k.confupdtype, k.confdeltype, k.confmatchtype, k.conkey, k.confkey,
                   {delete columns}, CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid, true) END,
                   CASE WHEN k.contype = 'x' THEN ARRAY(
                       SELECT o.oprnamespace || ' ' || o.oprname
                         FROM unnest(k.conexclop) WITH ORDINALITY x (operator, place) JOIN pg_operator o ON o.oid = x.operator
                        ORDER BY x.place) END, {temporal}, {enforced}
              FROM pg_constraint k
             WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0 AND k.conislocal
                   AND k.connamespace IN {read}
            """;

    /** A row of {@code pg_constraint}. */
    private record Raw(
            long oid,
            long table,
            String name,
            char type,
            Deferrability deferrability,
            boolean validated,
            boolean inherited,
            long index,
            long referencedTable,
            char onUpdate,
            char onDelete,
            char match,
            Numbers columns,
            Numbers referencedColumns,
            Numbers onDeleteColumns,
            @Nullable String expression,
            List<String> operators,
            boolean temporal,
            boolean enforced) {}

    private final Map<Long, List<Raw>> byTable = new HashMap<>();
    private final Map<Long, ObjectId> byIndex = new HashMap<>();

    static Constraints read(Reading reading, Relations relations, Columns columns) throws SQLException {
        Constraints constraints = new Constraints();
        Set<Long> referenced = new HashSet<>();
        reading.queries().each(query(reading), row -> {
            Relation table = relations.ifRead(row.number(2));
            if (table != null) {
                constraints.add(reading, table, raw(reading.namespaces(), row));
                referenced.add(row.number(10));
            }
        });
        referenced.remove(0L);
        columns.loadElsewhere(reading, referenced);
        return constraints;
    }

    static String query(Reading reading) {
        Queries queries = reading.queries();
        return QUERY.replace("{read}", reading.namespaces().list())
                .replace("{delete columns}", queries.since(15, "k.confdelsetcols", "NULL"))
                .replace("{temporal}", queries.since(18, "k.conperiod", "false"))
                .replace("{enforced}", queries.since(18, "k.conenforced", "true"));
    }

    private static Raw raw(Namespaces namespaces, Row row) throws SQLException {
        boolean deferrable = row.flag(5);
        boolean deferred = row.flag(6);
        return new Raw(
                row.number(1),
                row.number(2),
                row.text(3),
                row.letter(4),
                deferred
                        ? Deferrability.INITIALLY_DEFERRED
                        : deferrable ? Deferrability.INITIALLY_IMMEDIATE : Deferrability.NOT_DEFERRABLE,
                row.flag(7),
                !row.flag(8),
                row.number(9),
                row.number(10),
                row.letter(11),
                row.letter(12),
                row.letter(13),
                row.numbers(14),
                row.numbers(15),
                row.numbers(16),
                row.expressionOrNull(17),
                row.texts(18).stream()
                        .map(operator -> operator(namespaces, operator))
                        .toList(),
                row.flag(19),
                row.flag(20));
    }

    private void add(Reading reading, Relation table, Raw raw) {
        ObjectId id = ObjectId.constraint(table.name(), raw.name);
        if (!reading.scope().objects().test(id)) {
            return;
        }
        byTable.computeIfAbsent(raw.table, oid -> new ArrayList<>()).add(raw);
        reading.result().identify(SystemCatalog.PG_CONSTRAINT, raw.oid, id);
        if (raw.type != 'f' && raw.index != 0) {
            byIndex.put(raw.index, id);
        }
    }

    /** The constraint that an index belongs to; null for an index that stands for itself. */
    @Nullable
    ObjectId ofIndex(long index) {
        return byIndex.get(index);
    }

    /** The constraints of a table in the order of their kinds, then of their names. */
    List<Constraint> of(Relation table, Relations relations, Columns columns, Indexes indexes) {
        return byTable.getOrDefault(table.oid(), List.of()).stream()
                .sorted(Comparator.comparingInt((Raw raw) -> "pufcx".indexOf(raw.type))
                        .thenComparing(Raw::name))
                .map(raw -> constraint(raw, relations, columns, indexes))
                .toList();
    }

    /** Only keys are of columns: what a check or an exclusion names may be a whole row, an expression or a system column. */
    private static Constraint constraint(Raw raw, Relations relations, Columns columns, Indexes indexes) {
        return switch (raw.type) {
            case 'p' ->
                new PrimaryKey(
                        raw.name,
                        columns.names(raw.table, raw.columns),
                        indexes.included(indexes.get(raw.index)),
                        raw.temporal,
                        raw.deferrability);
            case 'u' -> {
                CatalogIndex index = indexes.get(raw.index);
                yield new Unique(
                        raw.name,
                        columns.names(raw.table, raw.columns),
                        indexes.included(index),
                        index.nullsDistinct(),
                        raw.temporal,
                        raw.deferrability);
            }
            case 'f' ->
                new ForeignKey(
                        raw.name,
                        columns.names(raw.table, raw.columns),
                        relations.get(raw.referencedTable).name(),
                        columns.names(raw.referencedTable, raw.referencedColumns),
                        raw.match == 'f' ? MatchType.FULL : MatchType.SIMPLE,
                        action(raw.onDelete),
                        columns.names(raw.table, raw.onDeleteColumns),
                        action(raw.onUpdate),
                        raw.deferrability,
                        raw.temporal,
                        raw.validated,
                        raw.enforced);
            case 'c' -> new Check(raw.name, String.valueOf(raw.expression), raw.inherited, raw.validated, raw.enforced);
            default -> exclusion(raw, indexes);
        };
    }

    private static Exclusion exclusion(Raw raw, Indexes indexes) {
        CatalogIndex index = indexes.get(raw.index);
        List<IndexElement> elements = indexes.elements(index);
        List<ExclusionElement> comparisons = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            comparisons.add(new ExclusionElement(elements.get(i), raw.operators.get(i)));
        }
        return new Exclusion(
                raw.name, index.method(), comparisons, indexes.included(index), index.predicate(), raw.deferrability);
    }

    private static ReferentialAction action(char letter) {
        return switch (letter) {
            case 'r' -> ReferentialAction.RESTRICT;
            case 'c' -> ReferentialAction.CASCADE;
            case 'n' -> ReferentialAction.SET_NULL;
            case 'd' -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    /** An operator as it stands in a statement, from the OID of its schema and its name. */
    private static String operator(Namespaces namespaces, String schemaAndName) {
        int blank = schemaAndName.indexOf(' ');
        String name = schemaAndName.substring(blank + 1);
        String schema = namespaces.schema(Long.parseLong(schemaAndName.substring(0, blank)));
        return schema == null ? name : "OPERATOR(" + Identifiers.quoted(schema) + "." + name + ")";
    }
}
