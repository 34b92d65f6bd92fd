package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.QualifiedName;

/** The relations of the database by OID. */
final class Relations {

    private static final String QUERY = """
            SELECT c.oid, c.relkind, c.relnamespace, c.relname, c.relowner, c.reltype, c.relpersistence = 'u',
                   c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.relispopulated, c.reloptions,
                   toast.reloptions, s.spcname, CASE WHEN m.amname <> 'heap' THEN m.amname END,
                   CASE WHEN c.relkind = 'p' AND c.relnamespace IN {read} THEN pg_get_partkeydef(c.oid) END,
                   CASE WHEN c.relispartition AND c.relnamespace IN {read}
                        THEN pg_get_expr(c.relpartbound, c.oid, true) END,
                   nullif(c.reloftype, 0)
              FROM pg_class c
              LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid AND toast.reloptions IS NOT NULL
              LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
              LEFT JOIN pg_am m ON m.oid = c.relam
             WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c') AND c.relpersistence <> 't'
            """;

    private final Map<Long, Relation> byOid = new LinkedHashMap<>();

    static Relations read(Reading reading) throws SQLException {
        Relations relations = new Relations();
        reading.queries().each(query(reading), row -> relations.add(reading, row));
        return relations;
    }

    static String query(Reading reading) {
        return QUERY.replace("{read}", reading.namespaces().list());
    }

    private void add(Reading reading, Row row) throws SQLException {
        long oid = row.number(1);
        Relation.Kind kind = Relation.Kind.of(row.letter(2));
        long namespace = row.number(3);
        QualifiedName name = reading.namespaces().qualified(namespace, row.text(4));
        ObjectId id = kind.id(name);
        boolean read = reading.namespaces().contains(namespace)
                && !reading.members().contains(SystemCatalog.PG_CLASS, oid)
                && reading.scope().holds(id);
        Relation relation = new Relation(
                oid,
                kind,
                name,
                read,
                reading.roles().name(row.number(5)),
                row.flag(7),
                row.flag(8),
                row.flag(9),
                row.letter(10),
                row.flag(11),
                parameters(row),
                row.textOrNull(14),
                row.textOrNull(15),
                row.textOrNull(16),
                row.textOrNull(17),
                row.number(18));
        byOid.put(oid, relation);
        if (read) {
            reading.result().identify(SystemCatalog.PG_CLASS, oid, id);
            reading.result().identify(SystemCatalog.PG_TYPE, row.number(6), id);
        }
    }

    private static Map<String, String> parameters(Row row) throws SQLException {
        Map<String, String> own = row.options(12);
        Map<String, String> toast = row.options(13);
        if (toast.isEmpty()) {
            return own;
        }
        Map<String, String> all = new TreeMap<>(own);
        toast.forEach((name, value) -> all.put("toast." + name, value));
        return all;
    }

    /** A relation that is known to be there; it may be out of the scope. */
    Relation get(long oid) {
        Relation found = byOid.get(oid);
        if (found == null) {
            throw new CatalogChangedException("relation " + oid);
        }
        return found;
    }

    /** The relation if it is read. */
    @Nullable
    Relation ifRead(long oid) {
        Relation relation = byOid.get(oid);
        return relation == null || !relation.read() ? null : relation;
    }

    Stream<Relation> read() {
        return byOid.values().stream().filter(Relation::read);
    }

    /** Leaves out what was found to belong to something else, such as the sequence of an identity column. */
    void leaveOut(Reading reading, long oid) {
        byOid.remove(oid);
        reading.result().in(SystemCatalog.PG_CLASS).remove(oid);
    }

    List<Relation> read(Relation.Kind kind) {
        return read().filter(relation -> relation.kind() == kind).toList();
    }
}
