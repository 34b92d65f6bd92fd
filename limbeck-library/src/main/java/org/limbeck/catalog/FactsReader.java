package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.safety.CastFacts;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.OnlineRecipes;
import org.limbeck.safety.RelationFacts;
import org.limbeck.safety.ServerFacts;
import org.limbeck.safety.TypeFacts;
import org.limbeck.schema.QualifiedName;
import org.limbeck.sql.Identifiers;
import org.limbeck.sql.Literals;

/**
 * Reads what the effects of statements depend on, for the named relations and what hangs together with them, with the
 * session's own search path. The number of queries doesn't depend on how much is named.
 */
public final class FactsReader {

    private FactsReader() {}

    /**
     * Reads the facts.
     *
     * @param connection in any state; nothing is changed
     * @throws SQLException if the server can't be asked
     */
    public static Facts read(Connection connection, FactsRequest request) throws SQLException {
        Queries queries = Queries.on(connection);
        ServerFacts server = server(queries);
        NamedObjects named = NamedObjects.read(queries, request);
        Map<Long, RelationFacts> relations = RelationFactsReader.read(queries, named.relationOids());
        Set<Long> columnTypes = new HashSet<>();
        relations.values().forEach(relation -> relation.columns().forEach(column -> columnTypes.add(column.type())));
        Map<String, TypeFacts> types = TypeFactsReader.types(queries, named.types(), columnTypes);
        List<CastFacts> casts = TypeFactsReader.casts(queries, types.values());
        return new Facts(
                server,
                named.relations(),
                relations,
                types,
                named.functions(),
                casts,
                named.collations(),
                named.statistics(),
                named.domainTables(),
                named.typedTables(),
                named.members(),
                named.constraints(),
                named.owned(),
                ReplaceableColumns.read(queries, named.oids(request.retyped())));
    }

    /**
     * Whether there is a table on which work can take longer than others can wait.
     *
     * @param except one that doesn't count; it need not exist
     */
    public static boolean hasLargeTable(Connection connection, QualifiedName except) throws SQLException {
        String query = "SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relkind IN ('r', 'm')"
                + " AND relnamespace NOT IN (SELECT oid FROM pg_catalog.pg_namespace"
                + " WHERE nspname IN ('pg_catalog', 'information_schema'))"
                + " AND oid IS DISTINCT FROM pg_catalog.to_regclass(" + Literals.text(Identifiers.quoted(except)) + ")"
                + " AND (reltuples >= " + OnlineRecipes.SMALL_ROWS + " OR pg_catalog.pg_relation_size(oid) >= "
                + OnlineRecipes.SMALL_BYTES + "))";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static ServerFacts server(Queries queries) throws SQLException {
        ServerFacts[] server = new ServerFacts[1];
        queries.each(
                """
                SELECT current_setting('TimeZone'),
                       (SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression')
                """, row -> server[0] = new ServerFacts(queries.major(), row.text(1), new HashSet<>(row.texts(2))));
        return server[0];
    }
}
