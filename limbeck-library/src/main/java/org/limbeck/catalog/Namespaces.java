package org.limbeck.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.limbeck.problem.LimbeckException;
import org.limbeck.problem.Problem;
import org.limbeck.problem.ProblemCode;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;

/** The schemas of the database, and how their objects are called. */
final class Namespaces {

    /** What the name of every scratch schema and database begins with. */
    static final String SCRATCH = "limbeck_scratch_";

    private static final long PG_CATALOG = 11;

    /** A schema that is read. */
    record Namespace(long oid, String name, long owner) {}

    private static final String QUERY =
            "SELECT oid, nspname, nspowner, has_schema_privilege(oid, 'USAGE'), current_user FROM pg_namespace";

    private final String defaultSchema;
    private final Map<Long, String> names = new HashMap<>();
    private final SortedMap<Long, Namespace> read = new TreeMap<>();

    private Namespaces(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    static Namespaces read(Queries queries, CatalogScope scope, Members members) throws SQLException {
        Namespaces namespaces = new Namespaces(scope.defaultSchema());
        queries.each(QUERY, row -> {
            long oid = row.number(1);
            String name = row.text(2);
            if (name.equals(scope.defaultSchema()) && !row.flag(4)) {
                throw notUsable(name, row.text(5));
            }
            namespaces.names.put(oid, name);
            boolean ours = scope.schemas().match(name) && !isSystem(name) && !name.startsWith(SCRATCH);
            if (name.equals(scope.defaultSchema()) || ours) {
                namespaces.read.put(oid, new Namespace(oid, name, row.number(3)));
            }
        });
        namespaces.read.keySet().removeIf(oid -> members.contains(SystemCatalog.PG_NAMESPACE, oid));
        return namespaces;
    }

    Iterable<Namespace> all() {
        return read.values();
    }

    boolean contains(long oid) {
        return read.containsKey(oid);
    }

    /** The OIDs of the schemas that are read, in parentheses, to stand behind {@code IN}. */
    String list() {
        return read.isEmpty()
                ? "(0)"
                : read.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    /** The name of something in a schema; without the schema if that is the default one or the system's. */
    QualifiedName qualified(long namespace, String name) {
        return new QualifiedName(schema(namespace), name);
    }

    /** The schema's name; null for the default one and the system's. */
    @Nullable
    String schema(long namespace) {
        String schema = names.get(namespace);
        return namespace == PG_CATALOG || defaultSchema.equals(schema) ? null : schema;
    }

    static boolean isSystem(long namespace) {
        return namespace == PG_CATALOG;
    }

    /** The server takes such a schema off the search path, and then prints its name everywhere. */
    private static LimbeckException notUsable(String schema, String role) {
        return Problem.of(
                        ProblemCode.PRIVILEGE_MISSING, "the role " + role + " may not use the default schema " + schema)
                .databaseState("Nothing was changed.")
                .hint(
                        "ask the schema's owner for",
                        "GRANT USAGE ON SCHEMA " + Identifiers.quoted(schema) + " TO " + Identifiers.quoted(role))
                .exception();
    }

    private static boolean isSystem(String name) {
        return name.startsWith("pg_") || name.equals("information_schema");
    }
}
