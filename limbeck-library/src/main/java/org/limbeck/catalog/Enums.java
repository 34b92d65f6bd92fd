package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;

/** Reads enums. */
final class Enums {

    private static final String QUERY = """
            SELECT t.oid, t.typarray, t.typnamespace, t.typname, t.typowner, e.enumlabel
              FROM pg_type t LEFT JOIN pg_enum e ON e.enumtypid = t.oid
             WHERE t.typtype = 'e' AND t.typnamespace IN {read} ORDER BY t.oid, e.enumsortorder
            """;

    private Enums() {}

    static void add(Reading reading) throws SQLException {
        Map<QualifiedName, List<String>> values = new LinkedHashMap<>();
        reading.queries().each(QUERY.replace("{read}", reading.namespaces().list()), row -> {
            QualifiedName name = reading.namespaces().qualified(row.number(3), row.text(4));
            ObjectId id = ObjectId.of(ObjectKind.ENUM, name);
            if (reading.members().contains(SystemCatalog.PG_TYPE, row.number(1))
                    || !reading.scope().holds(id)) {
                return;
            }
            reading.result().identify(SystemCatalog.PG_TYPE, row.number(1), id);
            reading.result().identify(SystemCatalog.PG_TYPE, row.number(2), id);
            reading.result().owner(id, reading.roles().name(row.number(5)));
            List<String> labels = values.computeIfAbsent(name, none -> new ArrayList<>());
            String label = row.textOrNull(6);
            if (label != null) {
                labels.add(label);
            }
        });
        values.forEach((name, labels) -> reading.result().add(new EnumType(name, labels)));
    }
}
