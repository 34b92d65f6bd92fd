package org.limbeck.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limbeck.safety.CastFacts;
import org.limbeck.safety.Facts;
import org.limbeck.safety.FactsRequest;
import org.limbeck.safety.RelationFacts;
import org.limbeck.safety.ServerFacts;
import org.limbeck.safety.TypeFacts;

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
                named.members());
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
