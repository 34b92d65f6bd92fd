package org.limbeck.catalog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.limbeck.schema.ObjectId;
import org.limbeck.schema.ObjectKind;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** Reads collations, for which the server has no printer. */
final class Collations {

    private static final String QUERY = """
            SELECT oid, collnamespace, collname, collowner, collprovider, collisdeterministic, collcollate, collctype,
                   {locale}, {rules}
              FROM pg_collation WHERE oid >= 16384 AND collnamespace IN {read}
            """;

    private Collations() {}

    static void add(Reading reading) throws SQLException {
        Scripted scripted = new Scripted(reading, SystemCatalog.PG_COLLATION);
        Queries queries = reading.queries();
        String query = QUERY.replace("{read}", reading.namespaces().list())
                .replace("{locale}", queries.since(17, "colllocale", queries.since(15, "colliculocale", "NULL")))
                .replace("{rules}", queries.since(16, "collicurules", "NULL"));
        queries.each(query, row -> {
            QualifiedName name = reading.namespaces().qualified(row.number(2), row.text(3));
            String collate = row.textOrNull(7);
            String type = row.textOrNull(8);
            String locale = row.textOrNull(9) != null ? row.textOrNull(9) : same(collate, type);
            String definition = "CREATE COLLATION " + Identifiers.quoted(name) + " "
                    + new Scripted.Parameters()
                            .add("PROVIDER", provider(row.letter(5)))
                            .text("LOCALE", locale)
                            .text("LC_COLLATE", locale == null ? collate : null)
                            .text("LC_CTYPE", locale == null ? type : null)
                            .add("DETERMINISTIC", row.flag(6) ? null : "false")
                            .text("RULES", row.textOrNull(10))
                            .inParentheses();
            scripted.add(row.number(1), ObjectId.of(ObjectKind.COLLATION, name), definition, row.number(4));
        });
    }

    private static @Nullable String same(@Nullable String collate, @Nullable String type) {
        return collate != null && collate.equals(type) ? collate : null;
    }

    private static String provider(char letter) {
        return switch (letter) {
            case 'i' -> "icu";
            case 'b' -> "builtin";
            default -> "libc";
        };
    }
}
