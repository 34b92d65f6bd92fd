package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;

/** What the catalog says of objects in words. */
final class Comments {

    /** Every new database has a comment on the schema public, which may be gone. */
    private static final String QUERY = """
            SELECT classoid, objoid, objsubid, description FROM pg_description
             WHERE (objoid >= 16384 AND objsubid >= 0)
                   OR (classoid = 'pg_namespace'::regclass AND description <> 'standard public schema'
                       AND objoid = (SELECT oid FROM pg_namespace WHERE nspname = 'public'))
            """;

    private record Address(long catalog, long oid, long part) {}

    private final Map<Address, String> texts = new HashMap<>();

    static Comments read(Queries queries) throws SQLException {
        Comments comments = new Comments();
        queries.each(
                QUERY,
                row -> comments.texts.put(new Address(row.number(1), row.number(2), row.number(3)), row.text(4)));
        return comments;
    }

    @Nullable
    String table(long oid) {
        return column(oid, 0);
    }

    @Nullable
    String column(long relation, int number) {
        return texts.isEmpty() ? null : texts.get(new Address(SystemCatalog.PG_CLASS.oid(), relation, number));
    }

    /** Leaves out a comment that an object has from the beginning. */
    void leaveOut(SystemCatalog catalog, long oid, @Nullable String byItself) {
        if (byItself != null) {
            texts.remove(new Address(catalog.oid(), oid, 0), byItself);
        }
    }

    /** Hands out those of all objects that have no place for one in their records. */
    void addTo(SchemaBuilder result, Columns columns) {
        texts.forEach((address, text) -> {
            ObjectId id = result.id(address.catalog, address.oid);
            if (id != null && !hasPlace(id) && !isIndexOfConstraint(address, id)) {
                result.comment(address.part == 0 ? id : column(id, address, columns), text);
            }
        });
    }

    private static ObjectId column(ObjectId relation, Address address, Columns columns) {
        String name = columns.column(address.oid, address.part).name();
        return ObjectId.column(relation.name(), name);
    }

    private static boolean hasPlace(ObjectId id) {
        return id.kind() == ObjectKind.TABLE || id.kind() == ObjectKind.FOREIGN_TABLE;
    }

    private static boolean isIndexOfConstraint(Address address, ObjectId id) {
        return id.kind() == ObjectKind.CONSTRAINT && address.catalog == SystemCatalog.PG_CLASS.oid();
    }
}
