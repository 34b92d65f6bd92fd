package org.limbeck.catalog;

import java.sql.SQLException;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Namespace;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** Reads schemas and extensions, which stand outside of schemas. */
final class Extensions {

    /** Every new database has plpgsql. */
    private static final String QUERY = """
            SELECT e.oid, e.extname, e.extnamespace, nullif(e.extversion, available.default_version),
                   available.comment
              FROM pg_extension e LEFT JOIN pg_available_extensions() available ON available.name = e.extname
             WHERE e.extname <> 'plpgsql'
            """;

    private Extensions() {}

    /** Every database has the schema public, and whoever works in another one has made it: neither is made or dropped here. */
    private static boolean isGiven(Reading reading, String name) {
        return name.equals("public") || name.equals(reading.scope().defaultSchema());
    }

    static void add(Reading reading, Comments comments) throws SQLException {
        for (Namespaces.Namespace found : reading.namespaces().all()) {
            Namespace namespace = new Namespace(found.name());
            if (isGiven(reading, found.name()) || !reading.scope().objects().test(namespace.id())) {
                continue;
            }
            reading.result().identify(SystemCatalog.PG_NAMESPACE, found.oid(), namespace.id());
            reading.result().add(namespace);
            reading.result().owner(namespace.id(), reading.roles().name(found.owner()));
        }
        reading.queries().each(QUERY, row -> {
            ObjectId id = ObjectId.of(ObjectKind.EXTENSION, row.text(2));
            if (reading.scope().holds(id)) {
                reading.result().identify(SystemCatalog.PG_EXTENSION, row.number(1), id);
                reading.result()
                        .add(new Extension(row.text(2), reading.namespaces().schema(row.number(3)), row.textOrNull(4)));
                comments.leaveOut(SystemCatalog.PG_EXTENSION, row.number(1), row.textOrNull(5));
            }
        });
    }
}
