package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.limbeck.sql.Literals;

/**
 * What has to be known of a target to build a scratch place for it.
 *
 * @param major the major version of its server
 * @param databaseOptions what a new database needs to be like the target, as SQL
 * @param role who is connected
 * @param mayCreateSchema whether that role may create schemas in the target
 * @param mayCreateDatabase whether that role may create databases
 * @param takesWrites whether the server is no standby and the transaction isn't read-only
 * @param hasEventTriggers whether statements in the target set off code
 * @param extensionSchemas in which schemas extensions stand, without plpgsql
 * @param schemas all schemas that somebody created, and {@code public}
 */
public record ScratchTarget(
        int major,
        String databaseOptions,
        String role,
        boolean mayCreateSchema,
        boolean mayCreateDatabase,
        boolean takesWrites,
        boolean hasEventTriggers,
        List<String> extensionSchemas,
        List<String> schemas) {

    private static final String QUERY = """
            SELECT pg_encoding_to_char(d.encoding), d.datcollate, d.datctype, {provider}, {locale}, current_user,
                   has_database_privilege(d.oid, 'CREATE'), r.rolsuper OR r.rolcreatedb,
                   NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off',
                   EXISTS (SELECT FROM pg_event_trigger WHERE evtenabled <> 'D'),
                   ARRAY(SELECT n.nspname::text FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                          WHERE e.extname <> 'plpgsql'),
                   ARRAY(SELECT nspname::text FROM pg_namespace
                          WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')
              FROM pg_database d, pg_roles r
             WHERE d.datname = current_database() AND r.rolname = current_user
            """;

    public ScratchTarget {
        extensionSchemas = List.copyOf(extensionSchemas);
        schemas = List.copyOf(schemas);
    }

    public static ScratchTarget of(Connection connection) throws SQLException {
        Queries queries = Queries.on(connection);
        AtomicReference<ScratchTarget> target = new AtomicReference<>();
        String query = QUERY.replace("{provider}", queries.since(15, "d.datlocprovider", "'c'"))
                .replace("{locale}", queries.since(17, "d.datlocale", queries.since(15, "d.daticulocale", "NULL")));
        queries.each(
                query,
                row -> target.set(new ScratchTarget(
                        queries.major(),
                        databaseOptions(row),
                        row.text(6),
                        row.flag(7),
                        row.flag(8),
                        row.flag(9),
                        row.flag(10),
                        row.texts(11),
                        row.texts(12))));
        return Objects.requireNonNull(target.get());
    }

    private static String databaseOptions(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        options.add("ENCODING " + Literals.text(row.text(1)));
        options.add("LC_COLLATE " + Literals.text(row.text(2)));
        options.add("LC_CTYPE " + Literals.text(row.text(3)));
        char provider = row.letter(4);
        if (provider == 'i') {
            options.add("LOCALE_PROVIDER icu ICU_LOCALE " + Literals.text(row.text(5)));
        } else if (provider == 'b') {
            options.add("LOCALE_PROVIDER builtin BUILTIN_LOCALE " + Literals.text(row.text(5)));
        }
        return String.join(" ", options);
    }

    boolean hasSchemaPublic() {
        return schemas.contains("public");
    }
}
