package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Domain;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;

/** Reads domains. */
final class Domains {

    private static final String QUERY = """
            SELECT t.oid, t.typarray, t.typnamespace, t.typname, t.typowner, t.typbasetype, t.typtypmod, t.typcollation,
                   t.typcollation <> b.typcollation, NOT t.typnotnull, pg_get_expr(t.typdefaultbin, 0, true)
              FROM pg_type t JOIN pg_type b ON b.oid = t.typbasetype
             WHERE t.typtype = 'd' AND t.typnamespace IN {read}
            """;

    private static final String CHECKS = """
            SELECT contypid, conname, pg_get_expr(conbin, 0, true), convalidated FROM pg_constraint
             WHERE contypid <> 0 AND contype = 'c' AND connamespace IN {read} ORDER BY conname COLLATE "C"
            """;

    private record Raw(
            long oid,
            QualifiedName name,
            long type,
            long modifier,
            long collation,
            boolean nullable,
            @Nullable String expression) {}

    private final List<Raw> raws = new ArrayList<>();
    private final Map<Long, List<Check>> checks = new HashMap<>();

    static Domains read(Reading reading) throws SQLException {
        Domains domains = new Domains();
        String read = reading.namespaces().list();
        reading.queries().each(QUERY.replace("{read}", read), row -> domains.add(reading, row));
        reading.queries()
                .each(
                        CHECKS.replace("{read}", read),
                        row -> domains.checks
                                .computeIfAbsent(row.number(1), domain -> new ArrayList<>())
                                .add(new Check(row.text(2), row.expression(3), true, row.flag(4), true)));
        return domains;
    }

    private void add(Reading reading, Row row) throws SQLException {
        QualifiedName name = reading.namespaces().qualified(row.number(3), row.text(4));
        ObjectId id = ObjectId.of(ObjectKind.DOMAIN, name);
        if (reading.members().contains(SystemCatalog.PG_TYPE, row.number(1))
                || !reading.scope().holds(id)) {
            return;
        }
        reading.result().identify(SystemCatalog.PG_TYPE, row.number(1), id);
        reading.result().identify(SystemCatalog.PG_TYPE, row.number(2), id);
        reading.result().owner(id, reading.roles().name(row.number(5)));
        reading.types().need(row.number(6), row.number(7));
        long collation = row.flag(9) ? row.number(8) : 0;
        if (collation != 0) {
            reading.collations().need(collation);
        }
        raws.add(new Raw(
                row.number(1), name, row.number(6), row.number(7), collation, row.flag(10), row.textOrNull(11)));
    }

    /** Adds them, once the names of their types are known. */
    void addTo(Reading reading) {
        for (Raw raw : raws) {
            reading.result()
                    .add(new Domain(
                            raw.name,
                            reading.types().type(raw.type, raw.modifier),
                            raw.collation == 0 ? null : reading.collations().name(raw.collation),
                            raw.nullable,
                            raw.expression,
                            checks.getOrDefault(raw.oid, List.of())));
        }
    }
}
