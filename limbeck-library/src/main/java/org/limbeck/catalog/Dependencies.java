package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;

/** Reads which object needs which. */
final class Dependencies {

    /** That something stands in a schema is told by its name. */
    private static final String QUERY = """
            SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid FROM pg_depend
             WHERE deptype IN ('n', 'a') AND objid >= 16384 AND refobjid >= 16384
                   AND refclassid <> 'pg_namespace'::regclass
            """;

    private static final String DEFAULTS = "SELECT oid, adrelid, adnum FROM pg_attrdef WHERE oid >= 16384";

    private record Part(long relation, long number) {}

    private final Columns columns;
    private final SchemaBuilder result;
    private final Map<Part, ObjectId> parts = new HashMap<>();

    private Dependencies(Columns columns, SchemaBuilder result) {
        this.columns = columns;
        this.result = result;
    }

    static void add(Reading reading, Columns columns) throws SQLException {
        Dependencies dependencies = new Dependencies(columns, reading.result());
        reading.queries().each(DEFAULTS, row -> {
            ObjectId column = dependencies.column(row.number(2), row.number(3));
            if (column != null) {
                reading.result().identify(SystemCatalog.PG_ATTRDEF, row.number(1), column);
            }
        });
        reading.queries().each(QUERY, row -> {
            ObjectId from = dependencies.id(row.number(1), row.number(2), row.number(3));
            ObjectId to = from == null ? null : dependencies.id(row.number(4), row.number(5), row.number(6));
            if (from != null && to != null && !from.equals(to)) {
                reading.result().dependency(from, to);
            }
        });
    }

    /** System columns, whose numbers are negative, come and go with their table. */
    private @Nullable ObjectId id(long catalog, long oid, long part) {
        return part <= 0 ? result.id(catalog, oid) : column(oid, part);
    }

    private @Nullable ObjectId column(long relation, long number) {
        ObjectId known = parts.get(new Part(relation, number));
        if (known != null) {
            return known;
        }
        ObjectId table = result.id(SystemCatalog.PG_CLASS, relation);
        if (table == null) {
            return null;
        }
        ObjectId column = ObjectId.column(
                Objects.requireNonNull(table).name(),
                columns.column(relation, number).name());
        parts.put(new Part(relation, number), column);
        return column;
    }
}
